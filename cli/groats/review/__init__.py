"""Doubtful pages, read by a person: marks on their lines, and the rules and reference texts that come of them."""
