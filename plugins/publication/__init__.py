"""From checked sources to a site that may be published; Pelican runs inside, and every command goes through here."""


def register() -> None:
    """Connect the values of templates, the pages, and the files made from facts (called by Pelican once a process)."""
    from . import late_writer, made_files, source_pages, templates

    late_writer.register()
    source_pages.register()
    templates.register()
    made_files.register()
