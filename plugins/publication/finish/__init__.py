"""The last hand on a site: its style and its policy."""
