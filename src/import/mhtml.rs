//! A page that was saved with its parts as one message (MHTML).

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use mailparse::{MailHeaderMap as _, ParsedMail};

use super::html::{self, Alone, Parts};
use super::lines::picture;
use super::{Format, ImportError, Imported, Options};
use crate::decode;

/// Reads the page of a message.
///
/// # Errors
/// [`ImportError::Damaged`] for what is no message, [`ImportError::NoText`] for one without a page that has text.
pub(super) fn import(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let message = mailparse::parse_mail(bytes).map_err(|_unknown| ImportError::Damaged)?;
    let parts: Vec<&ParsedMail<'_>> = message.parts().collect();
    let page = page(&message, &parts).ok_or(ImportError::NoText)?;
    let body = page.get_body_raw().map_err(|_unknown| ImportError::Damaged)?;
    // What is not said is set by the library: only what stands there counts.
    let declared = page.ctype.params.get("charset").and_then(|name| decode::encoding_named(name));
    let imported = html::page(body, options, declared, &mut Pictures::of(&parts))?;
    Ok(Imported { format: Format::Mhtml, ..imported })
}

/// The part that is the page: the one that the message says it starts with, else the first that is HTML.
fn page<'m, 'b>(message: &ParsedMail<'_>, parts: &[&'m ParsedMail<'b>]) -> Option<&'m ParsedMail<'b>> {
    let is_page = |part: &&ParsedMail<'_>| {
        matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
    };
    let start = message.ctype.params.get("start");
    let started = start.and_then(|start| {
        parts.iter().find(|part| name(part, "Content-ID").as_deref() == Some(plain(start)))
    });
    started.filter(|part| is_page(part)).or_else(|| parts.iter().find(|part| is_page(part))).copied()
}

/// The name that a field gives a part.
fn name(part: &ParsedMail<'_>, field: &str) -> Option<String> {
    part.headers.get_first_value(field).map(|value| plain(&value).to_owned())
}

/// A name without its brackets.
fn plain(name: &str) -> &str {
    name.trim().trim_start_matches('<').trim_end_matches('>')
}

/// The pictures of a message by the addresses that its page knows them by.
#[derive(Debug)]
struct Pictures<'m> {
    images: Vec<Image<'m>>,
    /// Where each stands among them.
    places: HashMap<String, usize>,
}

/// A part that is an image, and the picture that it is, once it was asked for.
#[derive(Debug)]
struct Image<'m> {
    part: &'m ParsedMail<'m>,
    read: OnceCell<Option<Arc<[u8]>>>,
}

impl<'m> Pictures<'m> {
    fn of(parts: &[&'m ParsedMail<'m>]) -> Self {
        let (mut images, mut places) = (Vec::new(), HashMap::new());
        for part in parts.iter().filter(|part| part.ctype.mimetype.starts_with("image/")) {
            let location = name(part, "Content-Location");
            let last = location.as_deref().and_then(last_segment).map(str::to_owned);
            let id = name(part, "Content-ID").map(|id| format!("cid:{id}"));
            for name in [location, last, id].into_iter().flatten() {
                places.entry(name).or_insert(images.len());
            }
            images.push(Image { part, read: OnceCell::new() });
        }
        Self { images, places }
    }
}

impl Parts for Pictures<'_> {
    fn picture(&mut self, address: &str) -> Option<Arc<[u8]>> {
        let place = self.places.get(address).or_else(|| self.places.get(last_segment(address)?));
        let Some(image) = place.and_then(|place| self.images.get(*place)) else {
            return Alone.picture(address);
        };
        image.read.get_or_init(|| picture(&image.part.get_body_raw().ok()?)).clone()
    }
}

/// What stands behind the last slash of an address.
fn last_segment(address: &str) -> Option<&str> {
    address.rsplit(['/', '\\']).next().filter(|segment| !segment.is_empty())
}
