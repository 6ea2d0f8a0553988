//! The program: a window, or a subcommand.

fn main() {
    let args: Vec<String> = std::env::args().collect();
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
