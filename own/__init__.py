"""Own data: what a person brings in a file, read in a process of its own, checked and told of, kept nowhere."""
