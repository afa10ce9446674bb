"""Hands checked values to the templates: the same names in every page and every component."""

from __future__ import annotations

from itertools import chain
from typing import Any

from jinja2 import FileSystemLoader
from pelican import signals
from pelican.generators import Generator, PagesGenerator
from pelican.writers import Writer

from sources.navigation import breadcrumb, menu, target

from .check import Sources
from .finish.policy import policy
from .finish.style import used_by
from .for_machines import listed, machine_files, structured_data
from .made_pages import MadePages


def template_values(sources: Sources) -> dict[str, Any]:
    """Return what every template is given besides Pelican's own settings."""
    return {
        "site": sources.site,
        "words": sources.words,
        "navigation": menu(sources.site.navigation, sources.pages),
        "footer_navigation": menu(sources.site.footer_navigation, sources.pages),
        "help_lines": sources.help_lines.in_order,
        "exit_page": target(sources.site.exit_link.page, sources.pages) if sources.site.exit_link.page else None,
        "tier_count": len(sources.membership.tiers),
        "production": sources.production,
        "COMPONENTS": sources.components,
    }


def give_values(generator: Generator) -> None:
    """Put the values where templates find them, and for pages the theme's style sheets, read once.

    For pages also let a missing template be missing: Pelican would take one of its built-in theme without a word
    (generators.py, "implicit inheritance").
    """
    generator.context.update(template_values(generator.settings["SOURCES"]))
    if isinstance(generator, PagesGenerator):
        generator.env.loader = FileSystemLoader(generator._templates_path)
        generator.env.filters.update(used_by=used_by, policy=policy)
        generator.env.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
        generator.context["sheets"] = generator.env.get_template("partials/sheets.css").render(generator.context)


def give_page_values(generator: PagesGenerator) -> None:
    """Give each page its breadcrumb, the addresses of its next steps, and what it says to machines."""
    sources: Sources = generator.settings["SOURCES"]
    by_url = {page.url: page for page in sources.pages}
    for page in chain(generator.pages, generator.hidden_pages, generator.draft_pages):
        page.breadcrumb = breadcrumb(page.source, by_url)
        page.structured_data = structured_data(page.source, sources, page.breadcrumb, generator.settings["CANONICAL"])
        page.next_steps = tuple(
            {"audience": step.audience, "text": step.text, "link": step.link, "url": target(step.page, sources.pages)}
            for step in page.front_matter.next_steps
        )


def write_machine_files(generator: PagesGenerator, writer: Writer) -> None:
    """Write robots.txt and the sitemap, once the pages on disk are written (the made ones have their own generator)."""
    if isinstance(generator, MadePages):
        return
    context = {**generator.context, "listed_pages": listed(generator.settings["SOURCES"].pages)}
    for name in machine_files(generator.settings["CANONICAL"]):
        writer.write_file(name, generator.env.get_template(name), context)


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(give_values)
    signals.page_generator_finalized.connect(give_page_values)
    signals.page_writer_finalized.connect(write_machine_files)
