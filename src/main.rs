//! The program: a window, or a subcommand.

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.len() <= 2 {
        let source = args.get(1).map(|p| gangmu::session::Source::Path(p.into()));
        let r = gangmu::ui::run(gangmu::ui::Start { source, lang: None });
        eprintln!("{r:?}");
        return;
    }
    let Some(path) = args.get(2) else { return };
    let Ok(bytes) = std::fs::read(path) else { return };
    let document = gangmu::document::Document::parse(bytes, None);
    let text = document.text();
    for section in document.outline().sections() {
        let line = document.lines().line_at(section.span.start) + 1;
        let column = document.lines().column(text, section.marker.start);
        println!(
            "{line}\t{column}\t{}\t{}\t{}",
            section.level,
            section.marker.slice(text),
            section.title_text(text)
        );
    }
}
