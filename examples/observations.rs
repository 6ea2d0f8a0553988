//! Prints what the weights of the outline are fitted on, for `scripts/fit`: for each group of siblings of each document
//! the lines of its members, what was decided, and the values of its traits, parted by tabs.
#![expect(clippy::print_stdout, reason = "another program reads it")]

use std::io;

use gangmu::document::Document;
use gangmu::outline::fit;

fn main() -> io::Result<()> {
    for (name, meaning) in fit::traits() {
        println!("trait\t{name}\t{meaning}");
    }
    for path in std::env::args().skip(1) {
        println!("document\t{path}");
        let document = Document::parse(std::fs::read(&path)?, None);
        let text = document.text();
        for found in fit::observations(text, document.paragraphs()) {
            let line = |at: gangmu::text::SourceOffset| {
                text.get(..at.get()).map_or(0, |before| before.matches('\n').count() + 1).to_string()
            };
            let members: Vec<String> = found.members.into_iter().map(line).collect();
            let traits: Vec<String> = found.traits.iter().map(f32::to_string).collect();
            println!("group\t{}\t{}\t{}\t{}", members.join(","), found.is_open, found.odds, traits.join("\t"));
        }
    }
    Ok(())
}
