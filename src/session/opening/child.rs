//! Another process that does a part of the work: it is given bytes, gives bytes back, and ends when it is to.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

/// Why a process gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChildError {
    /// It could not be started.
    NotStarted,
    /// It was told to stop.
    Stopped,
    /// It went on beyond its time.
    TooLong,
    /// It ended as one that failed, or gave more than it may.
    Failed,
}

/// What a process is given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// How long it may go on.
    pub(super) time: Duration,
    /// Most bytes that it may give.
    pub(super) output: u64,
}

/// How often it is asked whether to stop.
const BEAT: Duration = Duration::from_millis(20);

/// Runs `command` on `input` and returns what it writes to its standard output. It has a process group of its own, which
/// on Linux ends as a whole when `is_stopped` says so or its time is over.
pub(super) fn run(
    command: &mut Command,
    input: &[u8],
    bounds: Bounds,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Vec<u8>, ChildError> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|_unknown| ChildError::NotStarted)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (sender, receiver) = sync_channel(1);
    std::thread::scope(|scope| {
        // A process that reads nothing must not hold up its reader, nor the other way round.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        scope.spawn(move || {
            let mut output = Vec::new();
            let read = stdout.map(|out| out.take(bounds.output + 1).read_to_end(&mut output));
            let is_whole = matches!(read, Some(Ok(_))) && output.len() as u64 <= bounds.output;
            let _ = sender.send(is_whole.then_some(output));
        });
        let mut left = bounds.time;
        let answer = loop {
            match receiver.recv_timeout(BEAT) {
                Ok(answer) => break answer.ok_or(ChildError::Failed),
                Err(RecvTimeoutError::Timeout) if is_stopped() => break Err(ChildError::Stopped),
                Err(RecvTimeoutError::Timeout) if left.is_zero() => break Err(ChildError::TooLong),
                Err(RecvTimeoutError::Timeout) => left = left.saturating_sub(BEAT),
                Err(RecvTimeoutError::Disconnected) => break Err(ChildError::Failed),
            }
        };
        if answer.is_err() {
            end(&mut child);
        }
        let ended_well = child.wait().is_ok_and(|status| status.success());
        answer.and_then(|output| if ended_well { Ok(output) } else { Err(ChildError::Failed) })
    })
}

/// Ends the process; on Linux, with all that it has started.
fn end(child: &mut Child) {
    #[cfg(target_os = "linux")]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { time: Duration::from_secs(20), output: 1 << 20 };

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn what_it_writes_comes_back_whole_even_where_it_reads_nothing() {
        let input = vec![b'x'; 500_000];
        assert_eq!(run(&mut shell("cat"), &input, BOUNDS, &|| false), Ok(input.clone()));
        assert_eq!(run(&mut shell("printf ok"), &input, BOUNDS, &|| false), Ok(b"ok".to_vec()));
    }

    #[test]
    fn it_ends_with_all_that_it_started_when_it_is_told_to() {
        let stopped = run(&mut shell("sleep 100 & sleep 100"), b"", BOUNDS, &|| true);
        assert_eq!(stopped, Err(ChildError::Stopped));
        let short = Bounds { time: Duration::ZERO, ..BOUNDS };
        assert_eq!(run(&mut shell("sleep 100"), b"", short, &|| false), Err(ChildError::TooLong));
    }

    #[test]
    fn failing_or_giving_too_much_is_told() {
        for (script, output) in [("printf half; exit 3", 100), ("printf abcdef", 5), ("kill -9 $$", 100)] {
            let bounds = Bounds { output, ..BOUNDS };
            assert_eq!(run(&mut shell(script), b"", bounds, &|| false), Err(ChildError::Failed), "{script}");
        }
        let none = run(&mut Command::new("./no-such-program"), b"", BOUNDS, &|| false);
        assert_eq!(none, Err(ChildError::NotStarted));
    }
}
