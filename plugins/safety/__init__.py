"""What keeps a visitor safe: dated help lines on every page, and a link that leaves the site."""
