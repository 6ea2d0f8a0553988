//! What the program is linked with.

/// The C++ library is there for the feature `opencc` alone: without it a program needs nothing of C++.
#[test]
#[cfg(target_os = "linux")]
fn without_opencc_nothing_of_cpp_is_linked() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_gangmu")).unwrap();
    let names = |library: &str| memchr::memmem::find(&program, library.as_bytes()).is_some();
    assert!(names("libc.so"));
    assert_eq!(names("libopencc.so"), cfg!(feature = "opencc"));
    // With the feature it may be named by the library alone.
    assert!(!names("libstdc++.so") || cfg!(feature = "opencc"));
}
