"""What stands within a line of Markdown, read as people write it: addresses, harmless HTML, notes, signs."""
