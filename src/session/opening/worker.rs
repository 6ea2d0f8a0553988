//! The process that reads what others packed: this program once more, with a limit on its memory and time, so that a
//! crash in a parser is a sentence to the reader and not the end of the window.
//!
//! It reads the file from its standard input and writes the answer to its standard output: the length of a head (8
//! bytes, little-endian), the head (JSON), the text, and the files of the pictures one after the other. It opens no file.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::child::{self, Bounds, ChildError};
use crate::decode::{self, Decoded};
use crate::import::{self, Format, Hints, ImportError, Imported, Options, Picture, Remark};
use crate::session::files::FileErrorKind;

/// The first argument of a process that imports; not among the subcommands that are offered.
pub const VERB: &str = "--import-standard-input";

/// The first argument of a process that reads a picture.
pub const PICTURE_VERB: &str = "--read-picture-of-standard-input";

/// Most memory that the worker may take, the file in it, in bytes.
const MEMORY: u64 = 2 << 30;

/// How long it may go on, whatever it reads.
const TIME: Duration = Duration::from_mins(2);

/// How long it may go on for a file of no size, and for each million bytes of one: what is small and takes long is made
/// so.
const LEAST_TIME: Duration = Duration::from_secs(30);
const TIME_PER_MILLION: Duration = Duration::from_secs(20);

/// Most bytes of the pixels of a picture.
const LARGEST_PICTURE: u64 = 64 << 20;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says that this program is `gangmu` itself and knows [`VERB`]. Until then files are read within the process.
pub fn enable() {
    if let Ok(program) = std::env::current_exe() {
        let _ = PROGRAM.set(program);
    }
}

/// Reads the picture in `file` in a process of its own; `None` where it is none.
pub(in crate::session) fn picture(file: &[u8]) -> Option<Picture> {
    let Some(program) = PROGRAM.get() else { return import::picture(file) };
    let bounds = Bounds { time: TIME, output: LARGEST_PICTURE };
    let answer = child::run(Command::new(program).arg(PICTURE_VERB), file, bounds, &|| false).ok()?;
    let (width, rest) = answer.split_first_chunk::<4>()?;
    let (height, rgba) = rest.split_first_chunk::<4>()?;
    let size = [u32::from_le_bytes(*width), u32::from_le_bytes(*height)];
    let is_whole = u64::from(size[0]) * u64::from(size[1]) * 4 == rgba.len() as u64;
    is_whole.then(|| Picture { size, rgba: rgba.to_vec() })
}

/// The worker for pictures: width and height (4 bytes each, little-endian) and the pixels on its standard output.
pub fn serve_picture() -> ExitCode {
    limit();
    let mut file = Vec::new();
    let picture = std::io::stdin().lock().read_to_end(&mut file).ok().and_then(|_| import::picture(&file));
    let Some(Picture { size: [width, height], rgba }) = picture else { return ExitCode::FAILURE };
    written(&[width.to_le_bytes().to_vec(), height.to_le_bytes().to_vec(), rgba])
}

fn written(parts: &[Vec<u8>]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let written = parts.iter().try_for_each(|part| out.write_all(part)).and_then(|()| out.flush());
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the worker is asked.
#[derive(Debug, Serialize, Deserialize)]
struct Question {
    format: Format,
    encoding: Option<String>,
    most_bytes: usize,
}

/// The head of its answer.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    encoding: String,
    bom: bool,
    lossy: bool,
    nuls: usize,
    binary: bool,
    format: Format,
    remarks: Vec<Remark>,
    hints: Hints,
    /// Length of the text in bytes.
    text: usize,
    /// Lengths of the pictures in bytes, for each that has any.
    pictures: Vec<Option<usize>>,
}

/// Reads `bytes` as `format` in a process of its own.
pub(super) fn import(
    bytes: Vec<u8>,
    format: Format,
    options: &Options,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Imported, FileErrorKind> {
    let Some(program) = PROGRAM.get() else {
        return import::import(bytes, format, options).map_err(FileErrorKind::Import);
    };
    let question = Question {
        format,
        encoding: options.encoding.map(|encoding| encoding.name().to_owned()),
        most_bytes: options.most_bytes,
    };
    let question = serde_json::to_string(&question).unwrap_or_default();
    let bounds = Bounds { time: time_for(bytes.len()), output: 4 * options.most_bytes as u64 };
    let mut command = Command::new(program);
    let answer = child::run(command.args([VERB, &question]), &bytes, bounds, is_stopped);
    let answer = answer.map_err(|error| match error {
        ChildError::Stopped => FileErrorKind::Cancelled,
        ChildError::TooLong => FileErrorKind::Import(ImportError::TooLong),
        ChildError::NotStarted | ChildError::Failed => FileErrorKind::Import(ImportError::Crashed),
    })?;
    read_answer(&answer).unwrap_or(Err(ImportError::Crashed)).map_err(FileErrorKind::Import)
}

/// How long a file of so many bytes may take.
fn time_for(bytes: usize) -> Duration {
    let millions = u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX);
    TIME_PER_MILLION.saturating_mul(millions).saturating_add(LEAST_TIME).min(TIME)
}

/// The worker itself: answers the question on its standard output.
pub fn serve(question: &str) -> ExitCode {
    let Ok(question) = serde_json::from_str::<Question>(question) else { return ExitCode::FAILURE };
    limit();
    let mut bytes = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let options = Options {
        encoding: question.encoding.as_deref().and_then(decode::encoding_named),
        most_bytes: question.most_bytes,
    };
    written(&answer(import::import(bytes, question.format, &options)))
}

/// Takes from this process what an importer does not need: more memory, more time, files, other processes.
fn limit() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limits = [
            (Resource::As, MEMORY),
            (Resource::Cpu, TIME.as_secs()),
            (Resource::Fsize, 0),
            (Resource::Core, 0),
            (Resource::Nproc, 0),
        ];
        for (resource, most) in limits {
            // A limit that the system does not know is no reason not to read.
            let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
        }
    }
}

/// The parts of an answer.
fn answer(result: Result<Imported, ImportError>) -> Vec<Vec<u8>> {
    let (head, rest) = match result {
        Ok(Imported { decoded, hints, format, remarks }) => {
            let pictures: Vec<_> = hints.images.iter().map(|image| image.data.clone()).collect();
            let head = Head {
                encoding: decoded.encoding.to_owned(),
                bom: decoded.bom,
                lossy: decoded.lossy,
                nuls: decoded.nuls,
                binary: decoded.binary,
                format,
                remarks,
                hints,
                text: decoded.text.len(),
                pictures: pictures.iter().map(|data| data.as_ref().map(|data| data.len())).collect(),
            };
            let data = pictures.into_iter().flatten().map(|data| data.to_vec());
            (Ok(head), std::iter::once(decoded.text.into_bytes()).chain(data).collect())
        }
        Err(error) => (Err(error), Vec::new()),
    };
    let head = serde_json::to_vec(&head).unwrap_or_default();
    let length = (head.len() as u64).to_le_bytes().to_vec();
    [vec![length, head], rest].concat()
}

/// What an answer says; `None` where it is none.
fn read_answer(answer: &[u8]) -> Option<Result<Imported, ImportError>> {
    let (length, rest) = answer.split_first_chunk::<8>()?;
    let (head, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    let head = match serde_json::from_slice::<Result<Head, ImportError>>(head).ok()? {
        Ok(head) => head,
        Err(error) => return Some(Err(error)),
    };
    let (text, mut rest) = rest.split_at_checked(head.text)?;
    let mut hints = head.hints;
    for (image, length) in hints.images.iter_mut().zip(head.pictures) {
        if let Some(length) = length {
            let (data, after) = rest.split_at_checked(length)?;
            image.data = Some(Arc::from(data));
            rest = after;
        }
    }
    let decoded = Decoded {
        text: String::from_utf8(text.to_vec()).ok()?,
        encoding: decode::encoding_named(&head.encoding).map_or("", |encoding| encoding.name()),
        bom: head.bom,
        lossy: head.lossy,
        nuls: head.nuls,
        binary: head.binary,
    };
    Some(Ok(Imported { decoded, hints, format: head.format, remarks: head.remarks }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_has_less_time() {
        assert_eq!([0, 999_999].map(time_for), [LEAST_TIME; 2]);
        assert_eq!(time_for(2_000_000), LEAST_TIME + 2 * TIME_PER_MILLION);
        assert_eq!([9_000_000, usize::MAX].map(time_for), [TIME; 2]);
    }
    use crate::import::hints::Image;
    use crate::text::SourceRange;

    #[test]
    fn an_answer_is_read_as_it_was_given() {
        let mut imported = Imported::plain(decode::decode("綱\u{fffc}目".into(), None));
        let picture = |data: Option<&[u8]>| Image {
            range: SourceRange::new(3, 6),
            alt: "圖".to_owned(),
            size: Some((3, 4)),
            data: data.map(Arc::from),
        };
        imported.hints.images = vec![picture(Some(b"one")), picture(None), picture(Some(b"three"))];
        imported.remarks = vec![Remark::Images(3)];
        let hints = imported.hints.clone();
        let bytes = answer(Ok(imported)).concat();
        let read = read_answer(&bytes)
            .and_then(Result::ok)
            .map(|read| (read.decoded.text, read.hints, read.remarks));
        assert_eq!(read, Some(("綱\u{fffc}目".to_owned(), hints, vec![Remark::Images(3)])));
        assert!(
            bytes
                .iter()
                .enumerate()
                .all(|(end, _)| read_answer(bytes.get(..end).unwrap_or_default()).is_none())
        );
        let refused = answer(Err(ImportError::Locked)).concat();
        assert_eq!(read_answer(&refused).map(Result::err), Some(Some(ImportError::Locked)));
    }
}
