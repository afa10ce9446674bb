"""Help lines: dated facts with their source, shown on every page."""
