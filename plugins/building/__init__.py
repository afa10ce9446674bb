"""The only room that knows Pelican: checked sources become pages and files in a folder of their own."""


def register() -> None:
    """Connect to Pelican (called by Pelican once a process)."""
    from pelican import signals

    from .deferred_writer import get_writer
    from .page_generator import get_generator
    from .templates import copy_static_files, give_values, write_made_files

    signals.get_writer.connect(get_writer)
    signals.get_generators.connect(get_generator)
    signals.generator_init.connect(give_values)
    signals.page_writer_finalized.connect(write_made_files)
    signals.page_writer_finalized.connect(copy_static_files)
