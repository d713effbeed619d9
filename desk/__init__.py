"""The desk's workbook: every table written out for a person, checked when it comes back, and put into data/ whole."""
