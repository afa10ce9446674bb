"""Checks all sources and tells every problem at once; then what is left to do, to review, to think about."""
