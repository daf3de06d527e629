"""Many pages: where they come from, who cleans them, where they go."""
