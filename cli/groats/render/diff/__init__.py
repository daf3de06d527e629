"""What was removed from a page and why, for the terminal: one module a style."""
