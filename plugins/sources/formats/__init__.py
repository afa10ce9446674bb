"""Kinds of files: how each is known, and what in it can run, fetch or tell."""
