"""Text on disk becomes typed, checked values; every problem carries file, line and column.

The lowest room: it knows YAML, front matter and Markdown, and neither a subject nor HTML.
"""
