//! Progress: how far long work is, told now and then, and whether it shall go on.
//!
//! Pure: nobody here looks at a clock or at a flag. Who asks for the work is told shares of it and answers.

use std::ops::ControlFlow;

/// So much work is done between two reports, in bytes looked at.
const EVERY: usize = 1 << 16;
/// What a step counts as that looks at no text, in bytes.
const STEP: usize = 1 << 4;

/// Tells how far work is. Shares run from 0 to 1 and never go back.
pub struct Progress<'a> {
    tell: &'a mut dyn FnMut(f32) -> ControlFlow<()>,
    /// The share of the whole at which the present stage begins and ends.
    from: f32,
    to: f32,
    /// Work since the last report, and all of it.
    untold: usize,
    worked: u64,
}

impl std::fmt::Debug for Progress<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").field("from", &self.from).field("to", &self.to).finish_non_exhaustive()
    }
}

impl<'a> Progress<'a> {
    /// Work of which `tell` is told the share that is done, from 0 to 1; its answer tells whether to go on.
    pub fn new(tell: &'a mut dyn FnMut(f32) -> ControlFlow<()>) -> Self {
        Self { tell, from: 0.0, to: 0.0, untold: 0, worked: 0 }
    }

    /// Begins the stage that ends at the share `to` of the whole.
    ///
    /// # Errors
    /// Breaks where the work shall stop.
    pub fn stage(&mut self, to: f32) -> ControlFlow<()> {
        self.from = self.to;
        self.to = to.clamp(self.from, 1.0);
        self.untold = 0;
        (self.tell)(self.from)
    }

    /// Tells now and then that `done` of `all` steps of the stage are done. Call it before each.
    ///
    /// # Errors
    /// Breaks where the work shall stop.
    pub fn step(&mut self, done: usize, all: usize) -> ControlFlow<()> {
        self.steps(1, done, all)
    }

    /// The same before `count` steps that are taken at once.
    ///
    /// # Errors
    /// Breaks where the work shall stop.
    pub fn steps(&mut self, count: usize, done: usize, all: usize) -> ControlFlow<()> {
        self.look(count.saturating_mul(STEP), done, all)
    }

    /// The same for a step that looks at `bytes` of a text; a byte that is looked at twice counts twice.
    ///
    /// # Errors
    /// Breaks where the work shall stop.
    pub fn look(&mut self, bytes: usize, done: usize, all: usize) -> ControlFlow<()> {
        self.worked = self.worked.saturating_add(bytes as u64);
        self.untold = self.untold.saturating_add(bytes);
        if self.untold < EVERY {
            return ControlFlow::Continue(());
        }
        self.untold = 0;
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        let share = (done as f32 / all.max(1) as f32).min(1.0);
        (self.tell)(self.from + share * (self.to - self.from))
    }

    /// All work so far, in bytes looked at: what is held against the length of a text to show that the work grows with
    /// it and no faster. It does not depend on the machine, as time does.
    pub const fn worked(&self) -> u64 {
        self.worked
    }
}
