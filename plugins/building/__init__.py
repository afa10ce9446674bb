"""The only room that knows Pelican: checked sources become pages and files in a folder of their own."""


def register() -> None:
    """Connect to Pelican (called by Pelican once a process)."""
    from . import deferred_writer, page_generator, templates

    for module in (deferred_writer, page_generator, templates):
        module.register()
