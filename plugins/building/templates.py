"""What templates are given: the values of all pages and of each page; and the files that subjects make."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket
from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator, PagesGenerator
from pelican.writers import Writer

from checking.check import components
from sources.pages.page import PageSource
from sources.records.reviews import age
from sources.result_store import digest, of_code
from sources.words import shown_day, shown_list
from subjects import made_files, present
from subjects.loaded import Sources
from subjects.site.navigation import breadcrumb, by_path, menu, menu_on, target
from subjects.site.records import Repository
from subjects.subject import Address, Block, Blocks

from .body import with_whole_addresses
from .policy import policy
from .search_engines import listed, machine_files, structured_data, terms_of
from .style import used_by
from .typography import typographic

# How the services write the address of a file to edit, behind that of the repository.
WAYS = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit"}


def edit_address(page: PageSource, repository: Repository | None, *, production: bool) -> str | None:
    """Return where the file of a page can be edited, or None where no link should stand."""
    if repository is None or (production and not repository.public_links):
        return None
    parts = (repository.url.rstrip("/"), WAYS[repository.style], quote(repository.branch), quote(page.file))
    return "/".join(parts)


def template_values(sources: Sources) -> dict[str, Any]:
    """Return what every template is given besides Pelican's own settings."""
    return {
        **dict(chain.from_iterable(one.values(sources).items() for one in present(sources))),
        "words": sources.words,
        "shown_day": partial(shown_day, sources.words),
        "shown_list": partial(shown_list, sources.words),
        "age_of": partial(age, sources.words, sources.today),
        "production": sources.production,
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
        generator.env.filters.update(used_by=used_by, policy=policy, typographic=typographic)
        generator.env.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
        if "once" not in context:
            context["once"] = once(generator.env, context)
            context["sheets"] = str(context["once"]("partials/sheets.css"))
            context["exit_script"] = context["once"]("partials/exit.js")


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps what Jinja has compiled, as long as there is a folder and room for it; without, it is compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled; somebody may have deleted the folder, and the disk may be full."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(cache: Path, *around: object) -> BytecodeCache | None:
    """Return where Jinja keeps what it has compiled; None where there can be no such folder.

    What was compiled by other code, or with other settings (`around`), is deleted: Jinja looks only at the text.
    """
    folder = cache / "templates" / digest(of_code(), *around).hex()[:16]
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder))


def once(environment: Environment, context: Mapping[str, Any]) -> Callable[..., Markup]:
    """Return a function for templates that renders what is the same on many pages: once for each set of values given.

    It knows what all pages share and no `page`, so that nothing of one page can reach another.
    """

    @cache
    def rendered(name: str, **given: object) -> Markup:
        return Markup(environment.get_template(name).render({**context, **given}))

    return rendered


class PageValues:
    """What single pages are given besides their own text."""

    def __init__(self, sources: Sources, canonical: str) -> None:
        self._sources, self._canonical = sources, canonical
        self._by_path = by_path(sources.pages)
        self._by_url = {page.url: page for page in sources.pages}
        self._menu = menu(sources.site.navigation, sources.pages)
        self._terms = terms_of(sources)

    def of(self, page: PageSource) -> dict[str, Any]:
        """Return a page's menu, breadcrumb, the addresses of its file and its next steps, and its words to machines."""
        trail = breadcrumb(page, self._by_url)
        return {
            "navigation": menu_on(page, self._menu),
            "breadcrumb": trail,
            "edit_address": edit_address(page, self._sources.site.repository, production=self._sources.production),
            "structured_data": structured_data(page, self._sources.site, self._terms(page), trail, self._canonical),
            "next_steps": tuple(
                {"audience": step.audience, "text": step.text, "link": step.link, "url": self._target(step.page)}
                for step in page.front_matter.next_steps
            ),
        }

    def _target(self, reference: str) -> str | None:
        return target(reference, self._by_path)


def _content_elsewhere(settings: Mapping[str, Any], source: PageSource) -> Markup:
    """Return the content of a page as it can be shown in another place, such as a feed reader: all addresses whole."""
    page = settings["RECIPES"][source.save_as].own["page"]  # the one of this moment, in a preview
    html = with_whole_addresses(page.content, f"{settings['CANONICAL']}/{source.url}")
    return typographic(html, settings["SOURCES"].site.language)


def write_made_files(generator: PagesGenerator, writer: Writer) -> None:
    """Write robots.txt, the sitemap, what subjects make, and what leads on from old addresses, after all pages."""
    settings = generator.settings
    drawing = {**generator.context, "content_of": partial(_content_elsewhere, settings)}
    for name, content in made_files(settings["SOURCES"], Address(settings["CANONICAL"], settings["SITEURL"])).items():
        if isinstance(content, Block):
            writer.write_file(name, generator.env.get_template(content.template), drawing, block=content.shows)
            continue
        settings["MADE"][name] = content
        if settings["STORE"]:  # the preview has them in memory
            path = Path(generator.output_path) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    context = {**generator.context, "listed_pages": listed(generator.settings["SOURCES"].pages)}
    for name in machine_files(generator.settings["CANONICAL"]):
        writer.write_file(name, generator.env.get_template(name), context)
    for moved in settings["SOURCES"].moved:
        writer.write_file(moved.save_as, generator.env.get_template("moved.html"), context, moved=moved.page)


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(give_values)
    signals.page_writer_finalized.connect(write_made_files)
