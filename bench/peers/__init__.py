"""What people use today for the same picture, run with an interpreter of their own (`make bench`)."""
