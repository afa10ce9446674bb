"""From checked sources to a site that may be published; Pelican runs inside, and every command goes through here."""


def register() -> None:
    """Connect the values of templates, and the pages and files made from facts (called by Pelican once a process)."""
    from . import made_files, made_pages, templates

    made_pages.register()
    templates.register()
    made_files.register()
