"""Signs that people type become those that printers set, in words and nowhere else."""

import pytest

from building.typography import alike, straight, typographic

# ruff: noqa: RUF001 (the signs are what is tested)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('"So," she said. "It\'s <em>CATE</em>\'s."', "“So,” she said. “It’s <em>CATE</em>’s.”"),
        ("&#34;In&#39;s&#34; &quot;&apos;a&apos; b&quot;", "“In’s” “‘a’ b”"),
        ('<strong>"Bold"</strong>, ("x")', "<strong>“Bold”</strong>, (“x”)"),
        ("'90s rock 'n' roll, 'tis the dogs' day", "’90s rock ’n’ roll, ’tis the dogs’ day"),
        ('5\'10" tall, 6" wide', "5′10″ tall, 6″ wide"),
        ("a -- b, 1--2, a---b, --help, a - b", "a – b, 1–2, a—b, --help, a - b"),
        ("So ... and more.... 1..2", "So … and more.... 1..2"),
        ("“already” it’s", "“already” it’s"),
    ],
)
def test_signs_are_set_as_a_printer_would(typed, shown):
    assert f"<p>{shown}</p>" == typographic(f"<p>{typed}</p>", "en")


@pytest.mark.parametrize(
    "html",
    [
        '<p><code>"a"--b...</code></p>',
        "<pre>'a' ...</pre>",
        '<a href="/a--b/" title="it\'s...">x</a>',
        "<p>https://a--b.org/it's...</p>",
        "<p>no--one@a--b.org</p>",
        '<svg><text>"a"</text></svg>',
        '<h2 id="a--b">a</h2>',
    ],
)
def test_code_addresses_and_ids_stay(html):
    assert html == typographic(html, "en")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-US", "“So ‘it’ is”, l’eau"),
        ("de", "„So ‚it‘ is“, l’eau"),
        ("es", "«So “it” is», l’eau"),
        ("fr", "«\u00a0So “it” is\u00a0», l’eau"),
        ("eo", "“So ‘it’ is”, l’eau"),
    ],
)
def test_each_language_has_its_own(language, shown):
    assert f"<p>{shown}</p>" == typographic("<p>\"So 'it' is\", l'eau</p>", language)


def test_quotation_marks_of_one_paragraph_say_nothing_about_the_next():
    assert "<p>“a</p><p>“b”</p>" == typographic('<p>"a</p><p>"b"</p>', "en")


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_what_was_set_can_be_read_as_typed(language):
    typed = "\"It's 'so'\" -- or --- 5'10\" ..."
    shown = str(typographic(typed, language))

    assert alike(typed) == alike(shown)
    assert language in ("es", "fr") or typed == straight(shown)
