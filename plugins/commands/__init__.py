"""The commands of the Makefile that work without Pelican."""
