//! Steps that reading a file takes, counted for the tests that say that they grow with the file and no faster
//! (`linear.rs`). Time says that of one machine on one day only.

#[cfg(test)]
thread_local! {
    static TAKEN: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Says that `count` steps are taken: bytes or parts that are looked at. Nothing is counted outside of tests.
#[inline]
pub(super) fn count(count: usize) {
    #[cfg(test)]
    TAKEN.with(|taken| taken.set(taken.get() + count as u64));
    #[cfg(not(test))]
    let _ = count;
}

/// How many steps `work` takes.
#[cfg(test)]
pub(super) fn of(work: impl FnOnce()) -> u64 {
    TAKEN.set(0);
    work();
    TAKEN.get()
}
