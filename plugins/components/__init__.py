"""`::: name arguments` on a line of its own in Markdown becomes a component of the theme.

A component is one template in `theme/templates/components/` and one `Component` in a plugin's registration: the
plugin says what it means, the template how it looks. As a Pelican plugin it renders the components into the pages.
"""


def register() -> None:
    """Connect the rendering of components to Pelican (called by Pelican once a process)."""
    from .rendering import register as connect

    connect()
