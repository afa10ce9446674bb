"""Text on disk becomes typed, checked values; every problem carries file, line and column.

The lowest room of the house: it knows YAML, front matter and the site's own facts, and imports nothing above it.
As a Pelican plugin it puts `PageReader` in charge of every `.md` file.
"""


def register() -> None:
    """Connect the reader to Pelican (called by Pelican once a process)."""
    from .reader import register as connect

    connect()
