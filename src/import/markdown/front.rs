//! What stands before the text of a Markdown file, in YAML or TOML: of it the title is read.

/// The title that a block of `key: value` or `key = "value"` lines gives; empty where it gives none.
pub(super) fn title(block: &str) -> String {
    block.lines().find_map(value).unwrap_or_default()
}

fn value(line: &str) -> Option<String> {
    let (key, value) = line.split_once([':', '='])?;
    let is_title = key.trim_end().eq_ignore_ascii_case("title");
    let value = value.trim();
    let unquoted = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    is_title.then(|| unquoted.unwrap_or(value).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_read_in_both_notations() {
        for (block, expected) in [
            ("author: 甲\ntitle: 工作報告\n", "工作報告"),
            ("title: \"報告：其一\"\n", "報告：其一"),
            ("title = '報告'\n", "報告"),
            ("subtitle: 副題\nlist:\n  title: 內\n", ""),
            ("", ""),
        ] {
            assert_eq!(title(block), expected, "{block}");
        }
    }
}
