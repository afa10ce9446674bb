"""The only room that knows Pelican: checked sources become pages and files in a folder of their own."""


def register() -> None:
    """Connect to Pelican (called by Pelican once a process)."""
    from . import deferred_writer, page_generator, reader, static_files, templates

    for module in (reader, deferred_writer, page_generator, templates, static_files):
        module.register()
