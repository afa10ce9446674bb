"""From checked sources to a site that may be published; Pelican runs inside, and every command goes through here."""


def register() -> None:
    """Connect what every template is given to Pelican (called by Pelican once a process)."""
    from . import made_pages, templates

    made_pages.register()
    templates.register()
