//! PDFs: the lines of the pages as paragraphs and ruled tables, what repeats on them as furniture, bookmarks as headings.

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page, kurbo::Rect,
};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::{Format, ImportError, Imported, Options, Remark};
use crate::decode::{self, Decoded};

mod bookmarks;
mod cells;
mod collections;
mod columns;
mod forms;
mod glyphs;
mod grids;
mod groups;
mod joining;
mod lattice;
mod mojibake;
mod page;
mod paragraphs;
mod rows;
mod rules;
mod running;
mod spread;
mod tables;

use collections::Collections;
use glyphs::Glyphs;
use page::Row;

/// Most glyphs that are read, those of some thousand full pages, and most of a page.
const MOST_GLYPHS: usize = 8_000_000;
const MOST_ON_PAGE: usize = 200_000;

/// Fewest characters that pages of pictures have if they have a text layer.
const FEWEST_ON_PICTURES: usize = 8;

/// What programs write where there is no title.
const NO_TITLES: [&str; 3] = ["untitled", "no title", "无标题"];

/// The rows of a page, in the order they are read in.
type Rows = Vec<Row>;

/// What the pages have.
#[derive(Debug, Default)]
struct Pages {
    rows: Vec<Rows>,
    glyphs: usize,
    unknown: usize,
    images: usize,
    is_cut: bool,
}

/// Reads a PDF.
///
/// # Errors
/// [`ImportError::Locked`], [`ImportError::Damaged`], [`ImportError::Scanned`] where pages are pictures without a text
/// layer, [`ImportError::NoText`].
pub(super) fn import(bytes: Vec<u8>, options: &Options) -> Result<Imported, ImportError> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => ImportError::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ImportError::Damaged,
    })?;
    let pages = read_pages(&pdf, options);
    let known = pages.glyphs.saturating_sub(pages.unknown);
    if pages.images > 0 && known < FEWEST_ON_PICTURES * pages.rows.len() {
        return Err(ImportError::Scanned);
    }
    if known == 0 {
        return Err(ImportError::NoText);
    }
    let (text, mut hints) = paragraphs::write(pages.rows, &bookmarks::read(&pdf));
    hints.title = title(&pdf);
    let remarks = [(pages.unknown > 0, Remark::Unknown(pages.unknown)), (pages.is_cut, Remark::CutShort)];
    let remarks = remarks.into_iter().filter_map(|(is_so, remark)| is_so.then_some(remark)).collect();
    let decoded = Decoded { text, encoding: "UTF-8", ..Decoded::default() };
    Ok(Imported { decoded, hints, format: Format::Pdf, remarks })
}

fn read_pages(pdf: &Pdf, options: &Options) -> Pages {
    let settings =
        InterpreterSettings { warning_sink: std::sync::Arc::new(|_| {}), ..InterpreterSettings::default() };
    let cache = InterpreterCache::new();
    let collections = Collections::new(pdf);
    let mut found = Pages::default();
    let mut has_gbk_fonts = None;
    for page in pdf.pages().iter() {
        let transform = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings.clone());
        let left = MOST_GLYPHS.min(options.most_bytes).saturating_sub(found.glyphs);
        let mut glyphs = Glyphs::new(left.min(MOST_ON_PAGE), &collections);
        interpret_page(page, &mut context, &mut glyphs);
        found.glyphs += glyphs.count;
        found.images += glyphs.images;
        if mojibake::is_possible(&glyphs.found)
            && *has_gbk_fonts.get_or_insert_with(|| mojibake::has_gbk_fonts(pdf))
        {
            mojibake::mend(&mut glyphs.found);
        }
        found.unknown += glyphs.found.iter().filter(|glyph| glyph.c == glyphs::UNKNOWN).count();
        let drawn = columns::without_doubles(glyphs.found);
        let (tables, rest) = tables::take(drawn, glyphs.rules, height);
        found.rows.push(columns::read(&rest, tables));
        found.is_cut |= glyphs.is_full;
        if left == 0 {
            break;
        }
    }
    found
}

/// The title that the file gives itself, without what programs put before it.
fn title(pdf: &Pdf) -> String {
    let title = pdf.metadata().title.as_deref().unwrap_or_default();
    let title = decode::decode(title.to_vec(), None).text;
    let title = title.trim().trim_start_matches("Microsoft Word - ");
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if NO_TITLES.contains(&title.to_lowercase().as_str()) { String::new() } else { title }
}
