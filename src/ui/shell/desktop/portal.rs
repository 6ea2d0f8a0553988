//! What the desktop's portal is asked on the session bus (XDG Desktop Portal): to show a file (`OpenURI`) or to print
//! one (`Print`).

use std::collections::HashMap;
use std::os::fd::AsFd;
use std::path::Path;

use zbus::Connection;
use zbus::zvariant::{Fd, Value};

use crate::session::{Reveal, files};

/// The portal's name on the bus.
pub(super) const NAME: &str = "org.freedesktop.portal.Desktop";
/// The portal's object.
pub(super) const PATH: &str = "/org/freedesktop/portal/desktop";
const PRINT: &str = "org.freedesktop.portal.Print";
const OPEN: &str = "org.freedesktop.portal.OpenURI";

/// Asks the portal to show the file; tells whether it has taken that in hand.
pub(super) fn reveal(path: &Path, how: Reveal) -> bool {
    files::opened(path).is_some_and(|file| zbus::block_on(ask_to_reveal(file, how)).is_ok())
}

async fn ask_to_reveal(file: impl AsFd, how: Reveal) -> zbus::Result<()> {
    let method = match how {
        Reveal::Open => "OpenFile",
        Reveal::InFolder => "OpenDirectory",
    };
    let bus = Connection::session().await?;
    let options: HashMap<&str, Value<'_>> = HashMap::new();
    // No window is named: the dialog that may come stands for itself.
    bus.call_method(Some(NAME), PATH, Some(OPEN), method, &("", Fd::from(&file), options)).await?;
    Ok(())
}

/// Asks the portal to let the reader print the pages in a file; tells whether it has taken that in hand.
pub(super) fn print(path: &Path) -> bool {
    files::opened(path).is_some_and(|file| zbus::block_on(ask_to_print(file)).is_ok())
}

async fn ask_to_print(file: impl AsFd) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let options: HashMap<&str, Value<'_>> = HashMap::new();
    bus.call_method(Some(NAME), PATH, Some(PRINT), "Print", &("", "Gangmu", Fd::from(&file), options))
        .await?;
    Ok(())
}
