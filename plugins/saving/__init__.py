"""A change of `content/`: checked as a whole, and only then written."""
