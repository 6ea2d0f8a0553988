//! Where a conversion is put together.

/// How many bytes are put together before they are appended to the text: what fits the processor's nearest cache.
const ROOM: usize = 16 << 10;

/// A text in the making: what is done, and behind it what may still be taken back.
pub(super) struct Output {
    done: String,
    /// Room for what comes next.
    bytes: Vec<u8>,
    /// How much of it is used.
    used: usize,
}

impl Output {
    /// For what becomes of `length` bytes.
    pub(super) fn for_text(length: usize) -> Self {
        let whole = length + length / 16 + 8;
        let done = String::with_capacity(if whole > ROOM { whole } else { 0 });
        Self { done, bytes: vec![0; whole.min(ROOM)], used: 0 }
    }

    /// Appends the lowest `width` bytes (1 to 4) of `word`; `false` where there is no room.
    #[inline]
    pub(super) fn put(&mut self, word: u32, width: usize) -> bool {
        // All four are written, which costs less than asking how many.
        let Some(room) = self.bytes.get_mut(self.used..).and_then(<[u8]>::first_chunk_mut) else {
            return false;
        };
        *room = word.to_le_bytes();
        self.used += width;
        true
    }

    /// Appends `bytes`; `false` where there is no room.
    pub(super) fn append(&mut self, bytes: &[u8]) -> bool {
        let Some(room) = self.bytes.get_mut(self.used..self.used + bytes.len()) else { return false };
        room.copy_from_slice(bytes);
        self.used += bytes.len();
        true
    }

    /// How many bytes are in the buffer.
    pub(super) fn len(&self) -> usize {
        self.used
    }

    /// Takes back all behind the first `length` bytes of the buffer.
    pub(super) fn truncate(&mut self, length: usize) {
        self.used = self.used.min(length);
    }

    /// Lets `more` bytes be appended: the first `done` bytes of the buffer, whole characters, are taken out of it.
    pub(super) fn make_room(&mut self, done: usize, more: usize) {
        push(&mut self.done, self.bytes.get(..done).unwrap_or_default());
        self.bytes.copy_within(done..self.used, 0);
        self.used -= done;
        let needed = self.used + more + 4;
        if needed > self.bytes.len() {
            self.bytes.resize(2 * needed, 0);
        }
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> String {
        push(&mut self.done, self.bytes.get(..self.used).unwrap_or_default());
        self.done
    }
}

/// Whole characters were put together, so nothing is lost here.
fn push(text: &mut String, bytes: &[u8]) {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(bytes) => text.push_str(bytes),
        Err(_) => text.push_str(&String::from_utf8_lossy(bytes)),
    }
}
