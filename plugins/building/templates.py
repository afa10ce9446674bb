"""What templates are given: the values of all pages, and filters; and the files besides the pages."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path
from shutil import copyfile
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pelican.generators import Generator, PagesGenerator
from pelican.writers import Writer

from checking.check import components
from sources.languages import direction, locale
from sources.pages.page import PageSource
from sources.published import static_files
from sources.records.upkeep import age
from sources.words import counted, shown_day, shown_list
from subjects import made_files, present
from subjects.loaded import Sources
from subjects.subject import Address, Block, Blocks

from .body import with_whole_addresses
from .other_languages import OtherLanguages
from .search_engines import in_sitemap, machine_files
from .style import used_by
from .typography import typographic

# https://www.w3.org/TR/CSP3/. `frame-ancestors` works as a header only: see headers.py.
FIXED = ("img-src 'self' data:", "form-action 'none'", "base-uri 'none'")


def template_values(sources: Sources) -> dict[str, Any]:
    """Return what every template is given besides Pelican's own settings."""
    return {
        **dict(chain.from_iterable(one.values(sources).items() for one in present(sources))),
        "words": sources.words,
        "shown_day": partial(shown_day, sources.words),
        "shown_list": partial(shown_list, sources.words),
        "counted_as": partial(counted, sources.words),
        "age_of": partial(age, sources.words, sources.today),
        "production": sources.production,
        "root": sources.root,
        "home": sources.root if any(page.url == sources.root for page in sources.pages) else "",
        "direction": direction(sources.site.language),
        "locale": locale(sources.site.language),
        "COMPONENTS": components(sources),
        "opening_of": _first([one.opening(sources) for one in present(sources)]),
        "closing_of": _first([one.closing(sources) for one in present(sources)]),
    }


def _first(blocks: list[Blocks]) -> Blocks:
    """Return what gives the block of the first subject that has one for a page."""

    def block(page: PageSource) -> Block | None:
        return next((found for of in blocks if (found := of(page))), None)

    return block


def give_values(generator: Generator) -> None:
    """Put the values where templates find them, once for all generators, with the theme's style sheets and script.

    For pages also let a missing template be missing: Pelican would take one of its built-in theme without a word
    (generators.py, "implicit inheritance").
    """
    context = generator.context  # all generators share it
    if "COMPONENTS" not in context:
        context.update(template_values(generator.settings["SOURCES"]))
    generator.env.bytecode_cache = generator.settings["COMPILED"]
    if isinstance(generator, PagesGenerator):
        generator.env.loader = FileSystemLoader(generator._templates_path)
        others = OtherLanguages(generator.settings["SOURCES"], generator.settings["SITEURL"])
        own = {"marked": others.marked, "spoken": others.spoken}
        generator.env.filters.update(used_by=used_by, policy=policy, typographic=typographic, **own)
        generator.env.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
        if "once" not in context:
            context["once"] = once(generator.env, context)
            context["sheets"] = str(context["once"]("partials/sheets.css"))
            context["exit_script"] = context["once"]("partials/exit.js")


@lru_cache
def policy(style: str, *scripts: str) -> Markup:
    """Return the policy for the style and the scripts that stand in a page, byte for byte (a filter of Jinja)."""
    run = " ".join(_name(script) for script in scripts if script)
    named = [f"style-src {_name(style)}", *([f"script-src {run}"] if run else [])]
    return Markup("; ".join(["default-src 'none'", *named, *FIXED]))


def _name(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def once(environment: Environment, context: Mapping[str, Any]) -> Callable[..., Markup]:
    """Return a function for templates that renders what is the same on many pages: once for each set of values given.

    It knows what all pages share and no `page`, so that nothing of one page can reach another.
    """

    @cache
    def rendered(name: str, **given: object) -> Markup:
        return Markup(environment.get_template(name).render({**context, **given}))

    return rendered


def _content_elsewhere(settings: Mapping[str, Any], marked: Callable[[str], str], source: PageSource) -> Markup:
    """Return the content of a page as it can be shown in another place, such as a feed reader: all addresses whole."""
    page = settings["RECIPES"][source.save_as].own["page"]  # the one of this moment, in a preview
    html = with_whole_addresses(marked(page.content), f"{settings['CANONICAL']}/{source.url}")
    return typographic(html, settings["SOURCES"].site.language)


def copy_static_files(generator: PagesGenerator, writer: Writer) -> None:
    """Copy files that are published as they are, under their clean names; the preview serves them where they lie."""
    del writer  # which writes what is made
    if generator.settings["STORE"] is None or generator.settings["SOURCES"].language:
        return
    for name, source in static_files(Path(generator.settings["PATH"])).items():
        path = Path(generator.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, path)


def write_made_files(generator: PagesGenerator, writer: Writer) -> None:
    """Write robots.txt, the sitemap, what subjects make, and what leads on from old addresses, after all pages."""
    settings = generator.settings
    content_of = partial(_content_elsewhere, settings, generator.env.filters["marked"])
    drawing = {**generator.context, "content_of": content_of}
    for name, content in made_files(settings["SOURCES"], Address(settings["CANONICAL"], settings["SITEURL"])).items():
        if isinstance(content, Block):
            writer.write_file(name, generator.env.get_template(content.template), drawing, block=content.shows)
            continue
        settings["MADE"][name] = content
        if settings["STORE"]:  # the preview has them in memory
            path = Path(generator.output_path) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    sources = settings["SOURCES"]
    context = {**generator.context, "listed_pages": in_sitemap(sources), "several_languages": bool(sources.versions)}
    for name in machine_files(settings["CANONICAL"]) if not sources.language else ():
        writer.write_file(name, generator.env.get_template(name), context)
    for moved in sources.moved:
        writer.write_file(moved.save_as, generator.env.get_template("moved.html"), context, moved=moved.page)
