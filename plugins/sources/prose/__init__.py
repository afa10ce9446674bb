"""The text of a page, read as Markdown will read it, but without Markdown: links, headings, and slips of the hand.

A slip is Markdown that would not fail but appear on the site as the text it is; each is told where it stands. What
visitors get to see is decided by Python-Markdown alone; the modules here follow its rules, which their tests compare.
"""
