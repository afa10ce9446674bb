"""The commands of run.py that work without Pelican."""
