"""Pages: Markdown files with their front matter, what Python-Markdown makes of them, and what was meant otherwise.

A page is converted once (markdown.py). What is checked is what it has become; its source is searched for the place.
"""
