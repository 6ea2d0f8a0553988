//! LibreOffice, where it is installed, turns what only an office can read into a Word file.
//!
//! It gets the file in a folder of its own that is removed afterwards, with a profile of its own in which macros, links
//! and active content are off, without a window, within limits of time and memory, and where the system can do that,
//! without a network.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::child::{self, Bounds, ChildError};
use crate::import::{Format, ImportError};
use crate::session::files::{self, FileErrorKind};

/// How long a conversion may take: the first one of a day alone takes ten seconds.
const TIME: Duration = Duration::from_mins(3);

/// How long it may take to try out a shield.
const SHORT: Duration = Duration::from_secs(3);

/// Most memory that it may take, in kB.
const MEMORY: u64 = 6 << 20;

/// The largest file that it may write, in bytes.
const LARGEST: u64 = 512 << 20;

/// What its program is called.
const NAMES: [&str; 3] = ["soffice", "libreoffice", "soffice.exe"];

/// Where it is where it is not on the path.
const PLACES: [&str; 5] = [
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:\\Program Files\\LibreOffice\\program",
];

/// Settings of the profile: no macros, no active content, no links.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"#;

/// The document `bytes` of a format that needs it, as a Word file (.docx).
///
/// # Errors
/// [`ImportError::NeedsOffice`] where LibreOffice is not installed, [`ImportError::OfficeFailed`] where it cannot read
/// the file, [`ImportError::TooLong`] beyond its time; `Cancelled` where `is_stopped` says so.
pub(super) fn to_docx(
    bytes: &[u8],
    format: Format,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Vec<u8>, FileErrorKind> {
    let program = program().ok_or(FileErrorKind::Import(ImportError::NeedsOffice))?;
    converted(&program, bytes, format, is_stopped)
}

/// Where LibreOffice is, if it is installed.
fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let folders = folders.chain(PLACES.iter().map(PathBuf::from));
    let mut programs = folders.flat_map(|folder| NAMES.map(|name| folder.join(name)));
    programs.find(|program| files::exists(program))
}

fn converted(
    program: &Path,
    bytes: &[u8],
    format: Format,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Vec<u8>, FileErrorKind> {
    let failed = || FileErrorKind::Import(ImportError::OfficeFailed);
    let folder = tempfile::tempdir().map_err(|_unmade| failed())?;
    let within = |name: &str| folder.path().join(name);
    files::write_private(&within(&format!("document.{}", format.name())), bytes)
        .map_err(|error| error.kind)?;
    for name in ["profile", "profile/user", "out"] {
        files::make_private_folder(&within(name)).map_err(|error| error.kind)?;
    }
    let settings = within("profile/user/registrymodifications.xcu");
    files::write_private(&settings, SETTINGS.as_bytes()).map_err(|error| error.kind)?;
    let mut command = shielded(program, folder.path(), is_stopped);
    command.args(arguments(folder.path(), format));
    let ended = child::run(&mut command, b"", Bounds { time: TIME, output: 1 << 20 }, is_stopped);
    match ended {
        Err(ChildError::Stopped) => return Err(FileErrorKind::Cancelled),
        Err(ChildError::TooLong) => return Err(FileErrorKind::Import(ImportError::TooLong)),
        // It tells neither by its exit code nor in words whether it could: the file does.
        Err(ChildError::NotStarted | ChildError::Failed) | Ok(_) => {}
    }
    let stopped = |_, _| {
        if is_stopped() { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    };
    files::read(&within("out/document.docx"), LARGEST, &stopped).map_err(|_missing| failed())
}

/// What LibreOffice is told.
fn arguments(folder: &Path, format: Format) -> Vec<OsString> {
    let joined = |before: &str, name: &str| {
        let mut whole = OsString::from(before);
        whole.push(folder.join(name));
        whole
    };
    let mut all = vec![joined("-env:UserInstallation=file://", "profile")];
    let switches = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"];
    all.extend(switches.map(OsString::from));
    all.extend(["--convert-to", "docx:MS Word 2007 XML", "--outdir"].map(OsString::from));
    all.extend([joined("", "out"), joined("", &format!("document.{}", format.name()))]);
    all
}

/// A command that runs `program` with all the limits that the system can set.
fn shielded(program: &Path, folder: &Path, is_stopped: &dyn Fn() -> bool) -> Command {
    let limits = format!("ulimit -c 0; ulimit -v {MEMORY}; ulimit -f {}; exec \"$@\"", LARGEST / 512);
    let mut words: Vec<OsString> = Vec::new();
    if cfg!(unix) {
        words.extend(["/bin/sh", "-c", &limits, "limits"].map(OsString::from));
    }
    let is_allowed = |shield: &[OsString]| {
        let mut trial = command(shield, folder);
        trial.arg("true");
        child::run(&mut trial, b"", Bounds { time: SHORT, output: 1 }, is_stopped).is_ok()
    };
    words.extend(shields(folder).into_iter().find(|shield| is_allowed(shield)).unwrap_or_default());
    words.push(program.into());
    command(&words, folder)
}

/// Ways to run a program without a network, the better first. Not every system that has them allows them.
fn shields(folder: &Path) -> [Vec<OsString>; 2] {
    // It talks to itself through a pipe in a folder for temporary files.
    let bound = ["bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/var/tmp"];
    let alone = ["--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent", "--"];
    let mut bwrap: Vec<OsString> = bound.map(OsString::from).into();
    bwrap.extend([OsString::from("--bind"), folder.into(), folder.into()]);
    bwrap.extend(alone.map(OsString::from));
    let unshare = ["unshare", "--user", "--map-current-user", "--net", "--"];
    [bwrap, unshare.map(OsString::from).into()]
}

/// The command of `words`, at home in `folder`.
fn command(words: &[OsString], folder: &Path) -> Command {
    let (first, rest) =
        words.split_first().map_or((OsString::new(), words), |(first, rest)| (first.clone(), rest));
    let mut command = Command::new(first);
    command.args(rest).current_dir(folder).env("HOME", folder).env("TMPDIR", folder);
    command.env("SAL_USE_VCLPLUGIN", "svp").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::session::files::Overwrite;

    /// A program that is told what LibreOffice is told and does `script` in its place.
    fn instead(script: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("soffice");
        let script = format!("#!/bin/sh\n{script}\n");
        files::write_atomic(&program, script.as_bytes(), Overwrite::No).expect("a file");
        let made = Command::new("chmod").arg("755").arg(&program).status();
        assert!(made.is_ok_and(|status| status.success()));
        (folder, program)
    }

    fn run(script: &str, is_stopped: bool) -> Result<Vec<u8>, FileErrorKind> {
        let (_folder, program) = instead(script);
        converted(&program, b"{\\rtf1", Format::Rtf, &|| is_stopped)
    }

    #[test]
    fn it_gets_the_file_and_gives_another() {
        let got = run("cp document.rtf out/document.docx", false);
        assert_eq!(got.ok().as_deref(), Some(b"{\\rtf1".as_slice()));
        let told = run("echo \"$@\" > out/document.docx; pwd >> out/document.docx", false)
            .expect("what it was told");
        let told = String::from_utf8_lossy(&told).into_owned();
        let folder = told.lines().last().expect("its folder");
        assert!(told.contains(&format!("UserInstallation=file://{folder}/profile --headless")), "{told}");
        assert!(told.contains(&format!("--outdir {folder}/out {folder}/document.rtf")), "{told}");
        assert!(!files::exists(Path::new(folder)), "{folder} is left");
        let settings = run("cp profile/user/registrymodifications.xcu out/document.docx", false);
        assert_eq!(settings.ok().as_deref(), Some(SETTINGS.as_bytes()));
    }

    #[test]
    fn that_it_gives_nothing_or_is_stopped_is_told() {
        for script in ["exit 1", "exit 0", "kill -9 $$"] {
            let failed = run(script, false);
            assert!(matches!(failed, Err(FileErrorKind::Import(ImportError::OfficeFailed))), "{script}");
        }
        assert!(matches!(run("sleep 100", true), Err(FileErrorKind::Cancelled)));
    }
}
