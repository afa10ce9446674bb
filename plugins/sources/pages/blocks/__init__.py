"""Reads the blocks of a page: paragraphs, headings, lists, quotations, tables, notes, and what stands in them.

Python-Markdown asks for four spaces a level and for blank lines around lists and tables, and runs together what is
typed otherwise. Here lines are read as CommonMark reads them, and as lists or tables where it sees none but nothing
else can be meant.
"""
