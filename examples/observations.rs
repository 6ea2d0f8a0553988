//! Prints what the weights of the outline are fitted on, for `scripts/fit`: `observations WEIGHTS FILE…`. WEIGHTS holds
//! those of the traits of siblings, parted by blanks; none: the program's own. Fields are parted by tabs:
//! `siblings-trait`, `heading-trait`, name, meaning; `document`, path; `siblings`, lines of the members, whether their
//! traits decide, values; `heading`, line, level, values.
#![expect(clippy::print_stdout, reason = "another program reads it")]

use std::io;

use gangmu::document::Document;
use gangmu::outline::fit;
use gangmu::text::SourceOffset;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let weights: Vec<f32> = arguments
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .map(|weight| weight.parse().map_err(io::Error::other))
        .collect::<Result<_, _>>()?;
    for (kind, (name, meaning)) in fit::sibling_traits()
        .map(|of| ("siblings-trait", of))
        .chain(fit::heading_traits().map(|of| ("heading-trait", of)))
    {
        println!("{kind}\t{name}\t{meaning}");
    }
    for path in arguments {
        println!("document\t{path}");
        let document = Document::parse(std::fs::read(&path)?, None);
        let text = document.text();
        let line = |at: SourceOffset| {
            text.get(..at.get()).map_or(0, |before| before.matches('\n').count() + 1).to_string()
        };
        let listed = |values: &[f32]| values.iter().map(f32::to_string).collect::<Vec<_>>().join("\t");
        let (siblings, headings) = fit::observe(text, document.paragraphs(), &weights);
        for found in siblings {
            let members: Vec<String> = found.members.into_iter().map(line).collect();
            println!("siblings\t{}\t{}\t{}", members.join(","), found.is_open, listed(&found.traits));
        }
        for found in headings {
            println!("heading\t{}\t{}\t{}", line(found.start), found.level, listed(&found.traits));
        }
    }
    Ok(())
}
