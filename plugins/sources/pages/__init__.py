"""Pages: Markdown files with their front matter, and what stands in their text."""
