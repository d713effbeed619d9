"""What follows from a choice: comparisons and summaries; no drawing, no page."""
