//! Whether the desktop is dark, as its portal says (XDG Desktop Portal, Settings: `org.freedesktop.appearance`
//! `color-scheme`): neither X11 nor Wayland tells a window.

use futures_lite::StreamExt as _;
use zbus::message::Type;
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, MatchRule, Message, MessageStream};

use super::portal::{NAME, PATH};
use crate::settings::Scheme;

const SETTINGS: &str = "org.freedesktop.portal.Settings";
const GROUP: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

/// Tells what the portal says, now and with every change; returns where there is no bus or no portal.
pub(super) fn watch(tell: &dyn Fn(Option<Scheme>)) {
    // Without a bus or a portal there is nobody to be told: the paper stays light.
    let _ = zbus::block_on(watch_changes(tell));
}

async fn watch_changes(tell: &dyn Fn(Option<Scheme>)) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(NAME)?
        .interface(SETTINGS)?
        .member("SettingChanged")?
        .path(PATH)?
        .arg(0, GROUP)?
        .arg(1, KEY)?
        .build();
    // Listening begins before asking, so that no change falls between.
    let mut changes = MessageStream::for_match_rule(rule, &bus, None).await?;
    tell(now(&bus).await?);
    while let Some(message) = changes.next().await {
        tell(changed(&message?));
    }
    Ok(())
}

/// What the portal says now.
async fn now(bus: &Connection) -> zbus::Result<Option<Scheme>> {
    let ask = async |method| bus.call_method(Some(NAME), PATH, Some(SETTINGS), method, &(GROUP, KEY)).await;
    // The first version of the portal knows only the other name.
    let reply = match ask("ReadOne").await {
        Ok(reply) => reply,
        Err(_) => ask("Read").await?,
    };
    let value: OwnedValue = reply.body().deserialize()?;
    Ok(scheme(&value))
}

/// What a signal says.
fn changed(message: &Message) -> Option<Scheme> {
    let body = message.body();
    let (_, _, value): (&str, &str, Value<'_>) = body.deserialize().ok()?;
    scheme(&value)
}

/// 1 is dark, 2 is light, all else no preference; `Read` puts its answer into one more wrapping.
fn scheme(value: &Value<'_>) -> Option<Scheme> {
    match value {
        Value::Value(inner) => scheme(inner),
        Value::U32(1) => Some(Scheme::Dark),
        Value::U32(2) => Some(Scheme::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portals_figures_are_understood_wrapped_or_not() {
        assert_eq!(scheme(&Value::U32(1)), Some(Scheme::Dark));
        assert_eq!(scheme(&Value::U32(2)), Some(Scheme::Light));
        let wrapped = Value::Value(Box::new(Value::Value(Box::new(Value::U32(1)))));
        assert_eq!(scheme(&wrapped), Some(Scheme::Dark));
        for other in [Value::U32(0), Value::U32(7), Value::I32(1), Value::from("dark")] {
            assert_eq!(scheme(&other), None, "{other:?}");
        }
    }

    #[test]
    fn a_signal_says_what_has_changed() {
        let signal = |value: Value<'_>| {
            let message = Message::signal(PATH, SETTINGS, "SettingChanged").unwrap();
            message.build(&(GROUP, KEY, value)).unwrap()
        };
        assert_eq!(changed(&signal(Value::U32(1))), Some(Scheme::Dark));
        assert_eq!(changed(&signal(Value::U32(0))), None);
        let other = Message::signal(PATH, SETTINGS, "SettingChanged").unwrap().build(&("one",)).unwrap();
        assert_eq!(changed(&other), None);
    }
}
