//! The pictures of images on their way into a file.

use std::collections::HashMap;
use std::sync::Arc;

use crate::import::hints::Image;

/// The largest picture that goes into a file, in bytes. Of a larger one goes what is said of it.
const LARGEST: usize = 8 << 20;

/// Most bytes of pictures in one file.
pub(super) const MOST: usize = 64 << 20;

/// Bytes that pictures begin with, the extension of their files and their type.
const KINDS: [(&[u8], &str, &str); 5] = [
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF87a", "gif", "image/gif"),
    (b"GIF89a", "gif", "image/gif"),
    // The only one of these packages that is given as a picture.
    (b"RIFF", "webp", "image/webp"),
];

/// A picture.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Name of its file.
    pub(super) name: String,
    /// Its type.
    pub(super) media: &'static str,
    pub(super) data: Arc<[u8]>,
}

/// Pictures that go into a package, each once.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    files: Vec<Picture>,
    /// Where each stands, by where its bytes are kept.
    known: HashMap<usize, usize>,
    bytes: usize,
}

impl Pictures {
    /// The number (1-based) and the picture of `image`, where it has one that there is room for.
    pub(super) fn add(&mut self, image: &Image) -> Option<(usize, &Picture)> {
        let (extension, media, data) = picture_of(image)?;
        let place = data.as_ptr().addr();
        let index = match self.known.get(&place) {
            Some(index) => *index,
            None if self.bytes + data.len() > MOST => return None,
            None => {
                self.bytes += data.len();
                let index = self.files.len();
                let name = format!("picture-{}.{extension}", index + 1);
                self.files.push(Picture { name, media, data: Arc::clone(data) });
                self.known.insert(place, index);
                index
            }
        };
        self.files.get(index).map(|picture| (index + 1, picture))
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> &[Picture] {
        &self.files
    }
}

/// The extension, the type and the bytes of the picture of `image`.
pub(super) fn picture_of(image: &Image) -> Option<(&'static str, &'static str, &Arc<[u8]>)> {
    let data = image.data.as_ref().filter(|data| data.len() <= LARGEST)?;
    let (_, extension, media) = KINDS.iter().find(|(magic, ..)| data.starts_with(magic))?;
    Some((extension, media, data))
}
