//! What a screen reader is told, asked over its own bus (AT-SPI).

use pollster::block_on;
use serde::de::DeserializeOwned;
use zbus::Connection;
use zbus::connection::Builder;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type, Value};

use super::TEXT;
use super::screen::Screen;
use crate::support::write;

/// Roles by AT-SPI's numbers.
pub(super) mod role {
    pub(crate) const CHECK_BOX: u32 = 7;
    pub(crate) const FRAME: u32 = 23;
    pub(crate) const RADIO_BUTTON: u32 = 44;
    pub(crate) const PARAGRAPH: u32 = 73;
    pub(crate) const ENTRY: u32 = 79;
    pub(crate) const DOCUMENT: u32 = 82;
    pub(crate) const HEADING: u32 = 83;
    pub(crate) const TREE_ITEM: u32 = 91;
}

/// Bits of AT-SPI's set of states.
const CHECKED: u32 = 4;
const FOCUSED: u32 = 12;
const SELECTED: u32 = 23;

/// Whoever tells, and which of its parts.
type Place = (String, OwnedObjectPath);

/// Whether something goes by `name` on the message bus at `address`.
pub(super) fn is_served(address: &str, name: &str) -> bool {
    let asked = block_on(async {
        let bus = Builder::address(address)?.build().await?;
        let own = Some("org.freedesktop.DBus");
        let reply = bus.call_method(own, "/org/freedesktop/DBus", own, "NameHasOwner", &name).await?;
        reply.body().deserialize::<bool>()
    });
    asked.unwrap()
}

/// The bus on which programs tell of themselves.
pub(super) struct ScreenReader {
    bus: Connection,
}

/// A part of the window as it is told.
#[derive(Clone, Debug)]
pub(super) struct Told {
    role: u32,
    name: String,
    states: Vec<u32>,
    place: Place,
}

impl Told {
    fn is(&self, state: u32) -> bool {
        self.states.first().is_some_and(|states| states & (1 << state) != 0)
    }
}

impl ScreenReader {
    /// One that listens on the desktop whose message bus is at `address`.
    pub(super) fn new(address: &str) -> Self {
        let bus = block_on(async {
            let session = Builder::address(address)?.build().await?;
            let on = ("org.a11y.Status", "IsEnabled", Value::from(true));
            let properties = Some("org.freedesktop.DBus.Properties");
            let (who, path) = ("org.a11y.Bus", "/org/a11y/bus");
            session.call_method(Some(who), path, properties, "Set", &on).await?;
            let own = session.call_method(Some(who), path, Some(who), "GetAddress", &()).await?;
            let address: String = own.body().deserialize()?;
            Builder::address(address.as_str())?.build().await
        });
        Self { bus: bus.unwrap() }
    }

    /// Everything that is told, in the order in which it would be read.
    fn all(&self) -> Vec<Told> {
        let root = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").unwrap();
        let mut all = Vec::new();
        // What goes away while it is asked for is not told.
        let _ = block_on(self.walk(("org.a11y.atspi.Registry".to_owned(), root), &mut all));
        all
    }

    /// What is told of that role and name.
    pub(super) fn find(&self, role: u32, name: &str) -> Option<Told> {
        self.all().into_iter().find(|told| told.role == role && told.name == name)
    }

    /// The names of all that has that role, in the order in which they would be read.
    pub(super) fn names(&self, role: u32) -> Vec<String> {
        self.all().into_iter().filter(|told| told.role == role).map(|told| told.name).collect()
    }

    /// Presses a button or row, as a screen reader does for its user.
    fn press(&self, told: &Told) {
        let done: bool = block_on(self.ask(&told.place, "Action", "DoAction", &0i32)).unwrap();
        assert!(done, "{told:?}");
    }

    /// The text of a field.
    pub(super) fn text(&self, told: &Told) -> String {
        block_on(self.ask(&told.place, "Text", "GetText", &(0i32, -1i32))).unwrap_or_default()
    }

    /// Where it is on the screen: left, top, width, height in pixels.
    pub(super) fn extents(&self, told: &Told) -> (i32, i32, i32, i32) {
        let on_screen = 0u32;
        block_on(self.ask(&told.place, "Component", "GetExtents", &on_screen)).unwrap()
    }

    async fn walk(&self, place: Place, all: &mut Vec<Told>) -> zbus::Result<()> {
        let name = self.ask::<OwnedValue>(&place, "Properties", "Get", &(ACCESSIBLE, "Name")).await?;
        all.push(Told {
            role: self.ask(&place, "Accessible", "GetRole", &()).await?,
            name: String::try_from(name).unwrap_or_default(),
            states: self.ask(&place, "Accessible", "GetState", &()).await?,
            place: place.clone(),
        });
        let children: Vec<Place> = self.ask(&place, "Accessible", "GetChildren", &()).await?;
        for child in children {
            let _ = Box::pin(self.walk(child, all)).await;
        }
        Ok(())
    }

    async fn ask<T: DeserializeOwned + Type>(
        &self,
        (who, path): &Place,
        interface: &str,
        method: &str,
        body: &(impl serde::Serialize + DynamicType),
    ) -> zbus::Result<T> {
        let interface = match interface {
            "Properties" => "org.freedesktop.DBus.Properties".to_owned(),
            own => format!("org.a11y.atspi.{own}"),
        };
        let interface = Some(interface.as_str());
        let reply = self.bus.call_method(Some(who.as_str()), path, interface, method, body).await?;
        reply.body().deserialize()
    }
}

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";

#[test]
fn a_screen_reader_is_told_names_roles_and_states() {
    let folder = tempfile::tempdir().unwrap();
    let (screen, bus) = Screen::with_bus(folder.path());
    let file = folder.path().join("講話.txt");
    write(&file, TEXT);
    let reader = ScreenReader::new(&bus);
    let mut program = screen.gangmu(folder.path(), &[&file]);
    program.until("the window tells its title", |program| {
        let title = program.title();
        title.starts_with("講話 篇1 ") && reader.find(role::FRAME, &title).is_some()
    });
    assert!(reader.find(role::DOCUMENT, "講話.txt").is_some(), "the text is a document");
    let headings =
        ["講話 篇1", "一、發展圖書館", "二、頭髮與發展", "講話 篇2", "一、回顧過去", "二、展望將來"];
    assert_eq!(reader.names(role::HEADING), headings);
    assert_eq!(reader.names(role::TREE_ITEM), headings);
    assert_eq!(reader.names(role::CHECK_BOX).len(), headings.len(), "each can be ticked");
    assert_eq!(reader.names(role::PARAGRAPH)[0], "圖書館裏有很多書。");
    assert_eq!(reader.names(role::RADIO_BUTTON), ["原文", "簡體", "繁體", "臺灣正體", "香港繁體"]);
    assert!(reader.find(role::RADIO_BUTTON, "原文").unwrap().is(CHECKED));

    program.focus();
    reader.press(&reader.find(role::TREE_ITEM, "二、展望將來").unwrap());
    program.until("the section pressed", |program| program.title().starts_with("二、展望將來 "));
    let is_selected = |name: &str| reader.find(role::TREE_ITEM, name).is_some_and(|row| row.is(SELECTED));
    program.until("its row selected", |_| is_selected("二、展望將來") && !is_selected("講話 篇1"));
    reader.press(&reader.find(role::RADIO_BUTTON, "簡體").unwrap());
    program.until("simplified script", |program| program.title().starts_with("二、展望将来 "));
    program.until("the text in it", |_| reader.find(role::HEADING, "二、展望将来").is_some());
    program.keys("ctrl+shift+o");
    program.until("the filter has the focus", |_| {
        reader.all().iter().any(|told| told.role == role::ENTRY && told.is(FOCUSED))
    });
    program.quit();
}
