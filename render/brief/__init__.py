"""Documents on their way out: Markdown, HTML, JSON and Word draw the same document."""
