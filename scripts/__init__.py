"""Tools beside the program: set-up, serving, and how files in data/ were made."""
