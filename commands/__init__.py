"""The commands of the terminal, one noun a module; cli.py lists them."""
