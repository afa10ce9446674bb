"""The text of a page: what Python-Markdown makes of it, and what was meant otherwise; each with its place.

A page is converted once (looking.py). What is checked is what it has become; its source is searched for the place.
"""
