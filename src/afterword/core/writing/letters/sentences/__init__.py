"""The sentences letters are made of, as data: one file per group of moves."""
