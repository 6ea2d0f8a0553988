//! Pictures of a document: how large they are, and their pixels.

use std::io::Cursor;

use image::{ImageReader, Limits};

/// The pixels of a picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// Red, green, blue and alpha of each pixel, row by row.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picture").field("size", &self.size).finish_non_exhaustive()
    }
}

/// The largest file of a picture that is kept, in bytes.
pub(super) const LARGEST: usize = 16 << 20;

/// What the files of pictures begin with that are shown: png, jpeg, gif.
const MAGIC: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"];

/// The largest side of a picture that is kept, in pixels: larger ones are made smaller.
const LARGEST_SIDE: u32 = 1_600;
/// The largest side of a picture that is read, in pixels.
const MOST: u32 = 20_000;
/// Most bytes that reading one may take.
const MEMORY: u64 = 256 << 20;

/// Reads the picture in `file`; `None` where it is none, or too large.
pub fn decode(file: &[u8]) -> Option<Picture> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MOST), Some(MOST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let image = reader.decode().ok()?;
    let fits = image.width() <= LARGEST_SIDE && image.height() <= LARGEST_SIDE;
    let image = if fits { image } else { image.thumbnail(LARGEST_SIDE, LARGEST_SIDE) };
    let rgba = image.into_rgba8();
    Some(Picture { size: [rgba.width(), rgba.height()], rgba: rgba.into_raw() })
}

/// Whether `file` is a picture of a kind that is shown: png, jpeg, gif or webp.
pub(super) fn is_shown(file: &[u8]) -> bool {
    let is_webp = file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP");
    is_webp || MAGIC.iter().any(|magic| file.starts_with(magic))
}

/// Width and height of the picture in `file` in pixels, from its head.
pub(super) fn size(file: &[u8]) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?.into_dimensions().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = Vec::new();
        let image = image::RgbaImage::from_pixel(width, height, image::Rgba([160, 51, 37, 255]));
        image.write_to(&mut Cursor::new(&mut file), image::ImageFormat::Png).unwrap();
        file
    }

    #[test]
    fn a_picture_is_read_and_a_large_one_made_smaller() {
        let small = decode(&png(3, 2)).unwrap();
        assert_eq!((small.size, &small.rgba[..4], small.rgba.len()), ([3, 2], &[160, 51, 37, 255][..], 24));
        assert_eq!(decode(&png(3_200, 16)).map(|large| large.size), Some([1_600, 8]));
        assert_eq!(size(&png(30, 20)), Some((30, 20)));
    }

    #[test]
    fn all_kinds_that_are_shown_are_read() {
        use image::ImageFormat::{Gif, Jpeg, Png, WebP};
        let red = image::RgbaImage::from_pixel(5, 4, image::Rgba([200, 16, 16, 255]));
        for kind in [Png, Jpeg, Gif, WebP] {
            let mut file = Vec::new();
            let image = image::DynamicImage::from(red.clone());
            // JPEG has no transparency.
            let image = if kind == Jpeg { image.into_rgb8().into() } else { image };
            image.write_to(&mut Cursor::new(&mut file), kind).unwrap();
            assert!(is_shown(&file), "{kind:?}");
            assert_eq!(size(&file), Some((5, 4)), "{kind:?}");
            let picture = decode(&file).unwrap();
            assert_eq!((picture.size, picture.rgba.len()), ([5, 4], 80), "{kind:?}");
            let is_red = |pixel: &[u8]| pixel[0] > 180 && pixel[1] < 40 && pixel[2] < 40 && pixel[3] == 255;
            assert!(picture.rgba.chunks(4).all(is_red), "{kind:?}: {:?}", &picture.rgba[..4]);
        }
    }

    #[test]
    fn of_a_moving_picture_the_first_one_is_read() {
        let frame =
            |red| image::Frame::new(image::RgbaImage::from_pixel(2, 2, image::Rgba([red, 0, 0, 255])));
        let mut file = Vec::new();
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut file);
        encoder.encode_frames([frame(255), frame(0)]).unwrap();
        drop(encoder);
        let picture = decode(&file).unwrap();
        assert_eq!((picture.size, &picture.rgba[..4]), ([2, 2], &[255, 0, 0, 255][..]));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let whole = png(40, 40);
        for file in
            [b"".as_slice(), b"GIF89a", b"\x89PNG\r\n\x1a\n", "綱目".as_bytes(), &whole[..whole.len() / 2]]
        {
            assert!(decode(file).is_none());
        }
    }
}
