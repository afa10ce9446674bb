"""`::: name arguments` on a line of its own in Markdown becomes a component of the theme.

A component is one template in `theme/templates/components/` and one `Component` in a plugin's registration: the
plugin says what it means, the template how it looks.
"""
