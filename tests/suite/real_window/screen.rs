//! A screen of its own, and the program in a window on it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A process that ends with the test.
pub(super) struct Service(Child);

impl Service {
    pub(super) fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Starts a server that prints its address to standard output, which `command` says how.
    fn start_told(command: &mut Command) -> (Self, String) {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child =
            child.unwrap_or_else(|error| panic!("{command:?}; scripts/setup test installs it: {error}"));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (Self(child), line.trim().to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An X server without a screen, ended with the test, and what of a desktop runs on it.
pub(super) struct Screen {
    /// Ended in this order: what runs on the server before the server.
    services: Vec<Service>,
    _server: Service,
    display: String,
    /// Environment of all that runs on it.
    environment: Vec<(String, String)>,
}

impl Screen {
    pub(super) fn new() -> Self {
        let (server, display) = Service::start_told(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]));
        Self {
            services: Vec::new(),
            _server: server,
            display: format!(":{display}"),
            environment: Vec::new(),
        }
    }

    /// With a message bus, whose address is returned too, at home in `folder`.
    pub(super) fn with_bus(folder: &Path) -> (Self, String) {
        let mut screen = Self::new();
        screen.set("HOME", folder.to_str().unwrap());
        screen.set("XDG_RUNTIME_DIR", folder.to_str().unwrap());
        let mut bus = screen.command("dbus-daemon", folder);
        let (bus, address) = Service::start_told(bus.args(["--session", "--nofork", "--print-address=1"]));
        screen.services.push(bus);
        screen.set("DBUS_SESSION_BUS_ADDRESS", &address);
        (screen, address)
    }

    /// Sets a variable for all that is started from now on.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// Starts what is to run as long as the screen, remembering below `folder`.
    pub(super) fn serve(&mut self, program: &str, arguments: &[&str], folder: &Path) {
        let mut command = self.command(program, folder);
        self.services.insert(0, Service::start(command.args(arguments)));
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("XMODIFIERS")
            .env("LANG", "zh_TW.UTF-8")
            .env_remove("LC_ALL")
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_STATE_HOME", folder.join("state"))
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Starts the program, remembering below `folder`.
    pub(super) fn gangmu(&self, folder: &Path, arguments: &[&Path]) -> Program<'_> {
        let mut command = self.command(env!("CARGO_BIN_EXE_gangmu"), folder);
        let child = command.args(arguments).stderr(Stdio::piped()).spawn().unwrap();
        Program { child, screen: self }
    }

    pub(super) fn xdotool(&self, arguments: &[&str]) -> String {
        self.said_by(Command::new("xdotool").args(arguments))
    }

    /// What X's selection of that name holds.
    pub(super) fn clipboard(&self, selection: &str) -> String {
        self.said_by(Command::new("xclip").args(["-o", "-selection", selection]))
    }

    fn said_by(&self, command: &mut Command) -> String {
        let output = command.env("DISPLAY", &self.display).output();
        let output =
            output.unwrap_or_else(|error| panic!("{command:?}; scripts/setup test installs it: {error}"));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

pub(super) struct Program<'a> {
    child: Child,
    screen: &'a Screen,
}

impl Program<'_> {
    pub(super) fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < Duration::from_secs(90), "never: {what}; title: {}", self.title());
            let ended = self.child.try_wait().unwrap();
            if let Some(status) = ended {
                let mut said = String::new();
                self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                panic!("the program ended ({status}) before: {what}\n{said}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Whether its window comes within `time`.
    pub(super) fn is_shown_within(&self, time: Duration) -> bool {
        let start = Instant::now();
        while self.id().is_none() && start.elapsed() < time {
            std::thread::sleep(Duration::from_millis(50));
        }
        self.id().is_some()
    }

    fn id(&self) -> Option<String> {
        let found = self.screen.xdotool(&["search", "--onlyvisible", "--name", "Gangmu"]);
        found.lines().last().map(str::to_owned)
    }

    pub(super) fn title(&self) -> String {
        self.id().map(|id| self.screen.xdotool(&["getwindowname", &id])).unwrap_or_default()
    }

    pub(super) fn focus(&self) {
        let id = self.id().unwrap();
        self.screen.xdotool(&["windowfocus", "--sync", &id]);
    }

    pub(super) fn keys(&self, keys: &str) {
        self.screen.xdotool(&["key", keys]);
    }

    /// Types letters, one after the other.
    pub(super) fn types(&self, letters: &str) {
        self.screen.xdotool(&["type", "--delay", "120", letters]);
    }

    pub(super) fn quit(mut self) {
        self.keys("ctrl+q");
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "the program does not end");
            std::thread::sleep(Duration::from_millis(50));
        };
        assert!(status.success(), "{status}");
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
