"""The coalition's formal words stand on the site word for word, and nothing is published that is only for staff."""

import pytest

from sites import PUBLIC_CATE, output, parsed, shared, words

__all__ = ["output", "shared"]


@pytest.mark.parametrize("url", ["", "about/"])
def test_vision_mission_and_values_stand_word_for_word(output, url):
    statements = PUBLIC_CATE.sources.site.statements
    main = parsed(output(PUBLIC_CATE), url).main

    assert statements.vision.text in words(main)
    assert statements.mission.text in words(main)
    assert [*statements.values.list] == [item.get_text() for item in main.find(class_="values").find_all("li")]


def test_every_paragraph_of_the_pages_is_there_in_its_order(output):
    for page in PUBLIC_CATE.sources.pages:
        text = words(parsed(output(PUBLIC_CATE), page.url).main)
        plain = [line for line in page.body.split("\n") if line and line[0].isalpha() and "[" not in line]
        places = [text.find(line) for line in plain]

        assert -1 not in places, page.file
        assert sorted(places) == places, page.file


def test_corrections_are_not_published(output):
    published = {path.name for path in output(PUBLIC_CATE).rglob("*") if path.is_file()}

    assert (PUBLIC_CATE.content / "CORRECTIONS.md").exists()
    made = {"tiers.json", "tiers.schema.json", "tiers.csv", "robots.txt"}
    assert {"index.html", "404.html", "SHA256SUMS", *made} == published
