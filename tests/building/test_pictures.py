"""Pictures in pages: as they come from a phone, shown in sizes for phones and desks; the given file stays at home."""

import subprocess
import sys

from PIL import Image

from conftest import THEME
from programs import environment
from rasters import drawn, exif, picture, saved
from releasing.finish.compress import KINDS

NEWS = "---\ntitle: News\ndescription: What is new.\n---\n"
PAGE, ADDRESS = "pages/news.md", "https://www.our-name.org"


def published(coalition, text: str, address: str = ADDRESS):
    """Publish a page with this text."""
    coalition.write(PAGE, NEWS + text)
    built = coalition.build("publishconf.py", address)
    assert built.status == 0, built.said
    return built


def names(built) -> list[str]:
    return sorted(path.relative_to(built.output).as_posix() for path in built.output.rglob("*") if path.is_file())


def test_a_photograph_straight_from_a_phone_is_shown_and_the_given_file_is_not_published(coalition):
    given = picture("jpg", (4032, 3024), exif=exif(6), comment=b"Jane Doe")
    coalition.write("images/IMG_2041.JPG", given)

    built = published(coalition, "![Our office]({static}/images/IMG_2041.JPG)")

    image = built.page("news").select_one("p > picture > img")
    assert (image["alt"], image["width"], image["height"], image["decoding"]) == ("Our office", "1440", "1920", "async")
    assert image["src"].startswith("/images/-/img-2041-")
    offered = built.page("news").select_one("picture > source")
    assert (offered["type"], offered["sizes"]) == ("image/webp", "(min-width: 60em) 42rem, 100vw")
    files = dict(reversed(one.split()) for one in offered["srcset"].split(", "))
    assert list(files) == ["480w", "960w", "1440w"]
    assert [Image.open(built.output / file.lstrip("/")).width for file in files.values()] == [480, 960, 1440]
    assert [name for name in names(built) if name.startswith("images/")] == sorted(
        file.lstrip("/") for file in (*files.values(), image["src"])
    )
    assert not any(path.read_bytes() == given for path in built.output.rglob("*") if path.is_file())
    assert (coalition.content / "images/IMG_2041.JPG").read_bytes() == given


def test_a_picture_alone_with_words_behind_its_address_is_a_figure(coalition):
    coalition.write("images/office.jpg", picture())

    page = published(coalition, '![Our office]({static}/images/office.jpg "Our office <since 2018> & more")').page(
        "news"
    )

    assert page.select_one(".prose > figure > picture > img")["alt"] == "Our office"
    assert page.select_one("figure > figcaption").get_text() == "Our office <since 2018> & more"
    assert not page.select("figure [title]")


def test_a_picture_with_a_caption_right_below_a_line_is_a_figure(coalition):
    coalition.write("images/office.jpg", picture())

    page = published(coalition, 'We met here.\n![Our office](office.jpg "Our office")\nThen we left.').page("news")

    assert [each.name for each in page.select_one(".prose").find_all(recursive=False)] == ["p", "figure", "p"]


def test_each_of_several_pictures_is_a_figure(coalition):
    coalition.write("images/office.jpg", picture())
    shown = '![{0}]({{static}}/images/office.jpg "{0} words")'

    text = "\n".join(shown.format(name) for name in ("One", "Two")) + "\n\n- " + shown.format("Three")
    text += "\n\n[" + shown.format("Four") + "]({filename}/pages/index.md)\n\n> " + shown.format("Five")
    page = published(coalition, text).page("news")

    assert [each.get_text() for each in page.select("figure > picture + figcaption")] == [
        "One words", "Two words", "Three words", "Five words",
    ]  # fmt: skip
    assert page.select_one("figure > a[href='/'] > picture + *") is None
    assert page.select_one("figure > a[href='/'] + figcaption").get_text() == "Four words"
    assert page.select("li > figure")
    assert page.select("blockquote > figure")


def test_many_pictures_before_a_word_take_no_time(coalition):
    coalition.write("images/office.jpg", picture())
    text = "![One]({static}/images/office.jpg)\n" * 40 + "and a word."

    assert not published(coalition, text).page("news").select("figure")


def test_a_picture_within_a_sentence_keeps_its_title(coalition):
    coalition.write("images/office.jpg", picture())

    page = published(coalition, 'Here ![our office]({static}/images/office.jpg "Since 2018") is it.').page("news")

    assert page.select_one("p > picture > img")["title"] == "Since 2018"
    assert page.select_one(".prose p").get_text() == "Here  is it."


def test_only_the_first_picture_of_a_page_is_fetched_at_once(coalition):
    coalition.write("images/office.jpg", picture())
    shown = "![Our office]({static}/images/office.jpg)\n\n"

    page = published(coalition, shown * 2 + shown.replace(".jpg", '.jpg "Words"')).page("news")

    assert [image.get("loading") for image in page.select(".prose img")] == [None, "lazy", "lazy"]


def test_a_drawing_is_published_as_it_is(coalition):
    coalition.write("images/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>Counties</title></svg>")

    built = published(coalition, '![A map]({static}/images/map.svg "The counties")')

    assert built.page("news").select_one("figure > img")["src"] == "/images/map.svg"
    assert not built.page("news").select("picture")
    assert (built.output / "images/map.svg").is_file()


def test_a_link_to_a_picture_leads_to_the_one_that_every_program_reads(coalition):
    coalition.write("images/map.png", picture("png"))

    built = published(coalition, "[The map]({static}/images/map.png)", f"{ADDRESS}/repo")

    address = built.page("news").select_one(".prose a")["href"]
    assert address.startswith("/repo/images/-/map-")
    assert Image.open(built.output / address.removeprefix("/repo/")).size == (640, 480)


def test_below_a_path_pictures_are_there(coalition):
    coalition.write("images/map.png", picture("png", (100, 80)))

    page = published(coalition, "![The map]({static}/images/map.png)", f"{ADDRESS}/repo").page("news")

    assert page.select_one("img")["src"].startswith("/repo/images/-/map-")
    assert page.select_one("source")["srcset"].startswith("/repo/images/-/map-")


def test_a_picture_that_no_page_shows_is_not_published(coalition):
    coalition.write("images/map.png", picture("png"))

    assert not [name for name in names(published(coalition, "Text.")) if name.startswith("images/")]


def test_another_picture_under_the_same_name_has_another_address(coalition):
    text = "![The map]({static}/images/map.png)"
    coalition.write("images/map.png", picture("png"))
    first = published(coalition, text).page("news").img["src"]
    coalition.write("images/map.png", saved(drawn().rotate(180), "png"))

    assert published(coalition, text).page("news").img["src"] != first


def test_the_preview_marks_a_picture_of_which_nobody_has_said_that_it_may_be_shown(coalition):
    coalition.write("images/office.jpg", picture())
    (coalition.content / "data" / "images.yaml").unlink()
    coalition.write(PAGE, NEWS + '![Our office]({static}/images/office.jpg "Since 2018")')

    built = coalition.build()

    assert built.status == 0, built.said
    assert built.page("news").select_one("figure .unlisted").get_text() == (
        "Before images/office.jpg goes public, data/images.yaml must say who made it, "
        "and who in it has agreed to be shown."
    )
    assert coalition.build("publishconf.py", ADDRESS).status == 1


def test_of_a_picture_that_moves_the_first_is_shown_and_that_is_said(coalition):
    frames = picture("gif", save_all=True, append_images=[drawn().rotate(180)], loop=0)
    coalition.write("images/party.gif", frames)

    built = published(coalition, "![A party]({static}/images/party.gif)")

    assert "images/party.gif moves; visitors see its first picture.\n" in built.said
    shown = Image.open(built.output / built.page("news").img["src"].lstrip("/"))
    assert shown.convert("RGB").getpixel((40, 40))[0] > 200


def test_pictures_are_never_compressed_once_more():
    assert not {".webp", ".jpg", ".png"} & set(KINDS)


def test_the_check_of_a_site_without_pictures_loads_nothing_that_reads_them(coalition):
    program = (
        "import sys; from pathlib import Path; from checking.check import check\n"
        f"check(Path({str(coalition.content)!r}), Path({str(THEME)!r}), production=True)\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('PIL', 'pillow_heif')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True
    )

    assert "[]\n" == done.stdout
