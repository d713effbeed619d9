"""Documents on their way out: Markdown, HTML, JSON, Word and PDF draw the same document."""
