"""A preview that others open shows drafts, says on every page what it is, and is kept from search engines."""

import pytest

from conftest import build

MARK = "Preview of a change. It is not published, and may be wrong."
NOINDEX = '<meta name="robots" content="noindex">'
DRAFT = "---\ntitle: Our plans\ndescription: What we plan.\nstatus: draft\n---\n\nMuch.\n"


def pages(built) -> list[str]:
    assert 0 == built.status, built.said
    return [path.read_text("utf-8") for path in sorted(built.output.rglob("*.html"))]


def previewed(coalition, *options: str):
    return build(coalition.content, coalition.content.parent / "shown", "previewconf.py", *options)


def test_every_page_is_marked_and_asks_to_be_left_out_and_a_draft_is_there(coalition):
    coalition.write("pages/plans.md", DRAFT)

    shown = previewed(coalition)

    assert all(MARK in page and NOINDEX in page and "canonical" not in page for page in pages(shown))
    assert (shown.output / "plans" / "index.html").is_file()
    assert "User-agent: *\nDisallow: /\n" == (shown.output / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize("host", ["netlify", "cloudflare-pages"])
def test_a_host_that_sends_headers_tells_search_engines_too(coalition, host):
    shown = previewed(coalition, "-e", f'HOST="{host}"')

    first = (shown.output / "_headers").read_text("utf-8").split("\n/")[0].split("\n")
    assert ("/*", "  X-Robots-Tag: noindex") == (first[0], first[-1])


def test_it_can_be_served_below_a_path(coalition):
    shown = previewed(coalition, "-e", 'SITEURL="/site/preview/12"')

    assert all('href="/site/preview/12/' in page for page in pages(shown))


def test_the_public_site_and_the_preview_of_one_computer_have_no_such_mark(coalition):
    for settings in ("publishconf.py", "pelicanconf.py"):
        assert not any(MARK in page for page in pages(coalition.build(settings)))
    public = build(coalition.content, coalition.content.parent / "public", "publishconf.py", "-e", 'HOST="netlify"')
    assert "X-Robots-Tag" not in (public.output / "_headers").read_text("utf-8")
