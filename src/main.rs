//! The program: a window, or a subcommand.

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let Some(path) = args.get(2) else { return };
    let Ok(bytes) = std::fs::read(path) else { return };
    let document = gangmu::document::Document::parse(bytes, None);
    let text = document.text();
    if args.iter().any(|arg| arg == "points") {
        for point in document.outline().points() {
            let line = document.lines().line_at(point.marker.start) + 1;
            let column = document.lines().column(text, point.marker.start);
            println!(
                "{line}\t{column}\t{}\t{}\t{}",
                point.level,
                point.marker.slice(text),
                point.title_text(text)
            );
        }
        return;
    }
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
