//! Corrections of the outline: edits, undo and redo, doubts, own rules.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::rules_form::Found;
use super::state::OutlineState;
use crate::document::Document;
use crate::outline::edit::{Change, Edit, Scope};
use crate::outline::rules::Rule;
use crate::outline::{Outline, PointId, SectionId};
use crate::session::library::Record;
use crate::session::save;
use crate::session::{Correction, Effect, Job, RulesChange, RulesForm, Session, SidePanel};
use crate::text::SourceOffset;

impl Session {
    /// Corrects section `id`, or the one that is meant when none is named.
    pub(in crate::session) fn correct(
        &mut self,
        id: Option<SectionId>,
        correction: Correction,
    ) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let Some(id) = id.or_else(|| open.target()) else {
            let block = open.document().blocks().get(open.document().block_at(open.place()));
            let begun = block.filter(|_| correction == Correction::Split);
            let edit = begun.and_then(|block| open.heading_edit(block.range().start, 1));
            return self.apply_edit(edit);
        };
        if correction == Correction::Rename {
            open.outline.choose(Some(id));
            let mut effects = self.show_outline();
            effects.push(Effect::Rename(id));
            return effects;
        }
        let edit = open.edit_for(id, correction);
        self.apply_edit(edit)
    }

    pub(in crate::session) fn rename(&mut self, id: SectionId, name: &str) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let (text, outline) = (open.document().text(), open.document().outline());
        let source = outline.get(id).map(|section| section.heading(text).slice(text));
        let name = Some(name.trim()).filter(|name| !name.is_empty() && source != Some(*name));
        let edit = (outline.name(id) != name)
            .then(|| outline.edit(text, id, Scope::One, Change::Name(name.map(str::to_owned))));
        self.apply_edit(edit.flatten())
    }

    pub(in crate::session) fn set_level(&mut self, id: SectionId, level: u8) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let outline = open.document().outline();
        let changes = outline.get(id).is_some_and(|section| section.level != level);
        let edit =
            changes.then(|| outline.edit(open.document().text(), id, Scope::One, Change::Level(level)));
        self.apply_edit(edit.flatten())
    }

    pub(in crate::session) fn make_heading(&mut self, at: SourceOffset, level: u8) -> Vec<Effect> {
        let edit = self.open.as_ref().and_then(|open| open.heading_edit(at, level));
        self.apply_edit(edit)
    }

    fn apply_edit(&mut self, edit: Option<Edit>) -> Vec<Effect> {
        let (Some(open), Some(edit)) = (&mut self.open, edit) else { return Vec::new() };
        open.correct(edit);
        self.keep()
    }

    /// Undoes what was done last to the outline or to the text, or does again what was undone last.
    pub(in crate::session) fn undo_or_redo(&mut self, forward: bool) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.steps_picks(forward) {
            return self.undo_or_redo_picks(forward);
        }
        open.undo_or_redo(forward);
        self.keep()
    }

    /// Goes to the doubtful section after or before the one that is meant; round and round.
    pub(in crate::session) fn step_doubts(&mut self, forward: bool) -> Vec<Effect> {
        let Some(open) = &self.open else { return Vec::new() };
        let doubts = open.outline.doubts();
        let here = open.target().map_or(0, |id| id.index() + usize::from(forward));
        let after = doubts.partition_point(|id| id.index() < here);
        let next = if forward {
            doubts.get(after).or_else(|| doubts.first())
        } else {
            after.checked_sub(1).and_then(|before| doubts.get(before)).or_else(|| doubts.last())
        };
        let Some(id) = next.copied() else { return Vec::new() };
        let mut effects = self.go_to(id);
        effects.extend(self.choose(Some(id)));
        effects
    }

    pub(in crate::session) fn choose(&mut self, id: Option<SectionId>) -> Vec<Effect> {
        self.with_open(|open| {
            let id = id.filter(|id| open.document().outline().get(*id).is_some());
            open.outline.choose(id);
        })
    }

    /// Takes the rule over as it stands in the fields and tries it.
    /// Own rules: one is tried while it is written, kept, dropped.
    pub(in crate::session) fn change_rules(&mut self, change: RulesChange) -> Vec<Effect> {
        match change {
            RulesChange::Try(rule, everywhere) => self.try_rule(rule, everywhere),
            RulesChange::Add => self.add_rule(),
            RulesChange::Drop { everywhere, index } => self.drop_rule(everywhere, index),
        }
    }

    fn try_rule(&mut self, rule: Rule, everywhere: bool) -> Vec<Effect> {
        let (Some(SidePanel::Rules(form)), Some(open)) = (&mut self.side_panel, &self.open) else {
            return Vec::new();
        };
        form.everywhere = everywhere;
        if form.rule == rule {
            return Vec::new();
        }
        form.cancel.store(true, Ordering::Relaxed);
        form.serial += 1;
        form.rule = rule;
        if form.rule.pattern.is_empty() {
            form.tried = None;
            return Vec::new();
        }
        match form.rule.compile() {
            Err(error) => {
                form.tried = Some(Err(error));
                Vec::new()
            }
            Ok(compiled) => {
                form.cancel = Arc::new(AtomicBool::new(false));
                vec![Effect::Run(Job::TryRule {
                    document: Arc::clone(open.content.document()),
                    rule: compiled,
                    serial: (open.generation(), form.serial),
                    cancel: Arc::clone(&form.cancel),
                })]
            }
        }
    }

    pub(in crate::session) fn rule_tried(
        &mut self,
        (generation, serial): (u64, u64),
        found: Found,
    ) -> Vec<Effect> {
        let is_now = self.open.as_ref().is_some_and(|open| open.generation() == generation);
        if let Some(SidePanel::Rules(form)) = &mut self.side_panel
            && is_now
            && form.serial == serial
        {
            form.tried = Some(Ok(found));
        }
        Vec::new()
    }

    /// Keeps the rule in the fields and applies it; the fields are free for another.
    fn add_rule(&mut self) -> Vec<Effect> {
        let (Some(SidePanel::Rules(form)), Some(open)) = (&mut self.side_panel, &mut self.open) else {
            return Vec::new();
        };
        if form.rule.pattern.is_empty() || form.rule.compile().is_err() {
            return Vec::new();
        }
        let RulesForm { rule, everywhere, .. } = std::mem::take(form);
        let own = open.outline.corrections_mut().rules_mut();
        let rules = if everywhere { &mut self.settings.rules } else { own };
        if !rules.contains(&rule) {
            rules.push(rule);
        }
        self.rules_changed()
    }

    /// Drops a rule: that of 0-based `index` among those of the document, or of all documents.
    fn drop_rule(&mut self, everywhere: bool, index: usize) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let own = open.outline.corrections_mut().rules_mut();
        let rules = if everywhere { &mut self.settings.rules } else { own };
        if index < rules.len() {
            rules.remove(index);
        }
        self.rules_changed()
    }

    fn rules_changed(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let number = open.outline.corrections_mut().number_change();
        let job = Job::Rule {
            document: Arc::clone(open.content.document()),
            rules: open.outline.corrections().rules().iter().chain(&self.settings.rules).cloned().collect(),
            serial: (open.generation(), number),
        };
        let mut effects = vec![save(Record::Settings(self.settings.clone())), Effect::Run(job)];
        effects.extend(self.keep());
        effects
    }

    pub(in crate::session) fn ruled(&mut self, serial: (u64, u64), base: Arc<Outline>) -> Vec<Effect> {
        self.with_open(|open| {
            if serial.0 == open.generation() {
                open.take_ruled(serial.1, base);
            }
        })
    }

    /// Ticks a section, or unticks it.
    pub(in crate::session) fn tick(&mut self, id: SectionId) -> Vec<Effect> {
        self.ticking(|outline, document| outline.tick(document, id))
    }

    pub(in crate::session) fn tick_point(&mut self, id: PointId) -> Vec<Effect> {
        self.ticking(|outline, document| outline.tick_point(document, id))
    }

    pub(in crate::session) fn tick_preamble(&mut self) -> Vec<Effect> {
        self.ticking(OutlineState::tick_preamble)
    }

    pub(in crate::session) fn tick_all(&mut self, on: bool) -> Vec<Effect> {
        self.ticking(|outline, document| outline.tick_all(document, on))
    }

    fn ticking(&mut self, change: impl FnOnce(&mut OutlineState, &Document)) -> Vec<Effect> {
        self.with_open(|open| change(&mut open.outline, open.content.document()));
        self.keep()
    }
}
