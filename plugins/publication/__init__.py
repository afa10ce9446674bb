"""From checked sources to a site that may be published; Pelican runs inside, and every command goes through here."""


def register() -> None:
    """Connect what every template is given, and the files beside the pages (called by Pelican once a process)."""
    from . import made_files, templates

    templates.register()
    made_files.register()
