"""A site in three languages, as visitors and machines get it: each page says in which it is, and where else it is."""

import json
import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from conftest import Coalition
from sites import WELCOME, output, shared  # noqa: F401

ADDRESS = WELCOME.address
XHTML = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(scope="module")
def built(output):  # noqa: F811
    return output(WELCOME)


def page(built, url: str) -> BeautifulSoup:
    path = built / url
    return BeautifulSoup((path / "index.html" if path.is_dir() else path).read_text("utf-8"), "html.parser")


def data(soup: BeautifulSoup) -> dict:
    return json.loads(soup.find("script", type="application/ld+json").get_text())


@pytest.mark.parametrize(
    ("url", "language", "direction"), [("about/", "en", None), ("es/about/", "es", None), ("ar/about/", "ar", "rtl")]
)
def test_a_page_says_its_language_and_in_which_direction_it_is_read(built, url, language, direction):
    html = page(built, url).html

    assert (language, direction) == (html["lang"], html.get("dir"))


def test_the_switch_names_each_language_by_itself_and_says_which_one_is_read(built):
    switch = page(built, "es/about/").select_one("nav.languages")

    assert "Idiomas" == switch["aria-label"]
    assert ["English", "Español", "العربية"] == [one.get_text() for one in switch.select("li > *")]
    assert [("/about/", "en", "en", "ltr"), ("/ar/about/", "ar", "ar", "rtl")] == [
        tuple(link[name] for name in ("href", "hreflang", "lang", "dir")) for link in switch.select("a")
    ]
    assert ["true"] == [one["aria-current"] for one in switch.select("[aria-current]")]
    assert not switch.select("img, svg, script, form")


def test_the_switch_names_no_language_in_which_the_page_is_not(built):
    assert ["English", "Español"] == [one.get_text() for one in page(built, "events/").select("nav.languages li > *")]
    assert not page(built, "news/second-year/").select("nav.languages")


def test_search_engines_are_told_all_versions_by_each_of_them(built):
    told = [
        {link["hreflang"]: link["href"] for link in page(built, url).select('link[rel="alternate"][hreflang]')}
        for url in ("about/", "es/about/", "ar/about/")
    ]

    whole = {"x-default": f"{ADDRESS}/about/", "en": f"{ADDRESS}/about/"}
    assert [whole | {"es": f"{ADDRESS}/es/about/", "ar": f"{ADDRESS}/ar/about/"}] * 3 == told


@pytest.mark.parametrize(
    ("url", "own", "others"),
    [
        ("about/", "en_US", ["es_ES", "ar_EG"]),
        ("es/about/", "es_ES", ["en_US", "ar_EG"]),
        ("ar/about/", "ar_EG", ["en_US", "es_ES"]),
        ("es/events/", "es_ES", ["en_US"]),
    ],
)
def test_a_link_preview_says_its_language_and_in_which_others_the_page_is(built, url, own, others):
    card = page(built, url)

    assert [own] == [meta["content"] for meta in card.select('meta[property="og:locale"]')]
    assert others == [meta["content"] for meta in card.select('meta[property="og:locale:alternate"]')]


def test_structured_data_say_the_language_of_the_page_and_of_each_text_in_another(built):
    home, about = (data(page(built, url)) for url in ("ar/", "es/join/hosts/"))

    assert ("ar", "es") == (home["inLanguage"], about["inLanguage"])
    assert "الترحيب" == home["about"]["alternateName"]
    assert {"@value": "Ostwick, on the invented river Lenn", "@language": "en"} == home["about"]["location"]


def test_a_page_in_one_language_has_nothing_of_this(built):
    single = page(built, "news/second-year/")

    assert not single.select('meta[property^="og:locale"], [hreflang]:not(body *)')
    assert "inLanguage" not in data(single)


def test_the_sitemap_names_the_pages_of_all_languages_with_their_versions(built):
    urls = ElementTree.fromstring((built / "sitemap.xml").read_bytes())
    versions = {url[0].text: sorted(link.get("hreflang") for link in url.iter(XHTML)) for url in urls}

    assert ["ar", "en", "es"] == versions[f"{ADDRESS}/ar/about/"]
    assert [] == versions[f"{ADDRESS}/news/second-year/"]


def test_a_link_to_a_page_in_another_language_only_says_so(built):
    menu = page(built, "ar/").select_one("header nav")
    link = menu.select_one('a[href="/events/"]')

    assert ("en", "Events (بالإنجليزية)") == (link["hreflang"], " ".join(link.get_text().split()))
    assert ("en", "ltr", "Events") == (link.span["lang"], link.span["dir"], link.span.get_text())


def test_a_menu_calls_a_translated_page_as_it_calls_itself_until_its_title_there_is_translated(built):
    assert ["شارك"] == [link.get_text() for link in page(built, "ar/").select('header nav a[href="/ar/join/"]')]
    assert ["Participar"] == [link.get_text() for link in page(built, "es/").select('header nav a[href="/es/join/"]')]


def test_words_of_its_own_for_such_a_link_are_in_the_language_of_the_page(built):
    link = page(built, "ar/about/").select_one('main a[href="/news/"]')

    assert "ما الجديد (بالإنجليزية)" == link.get_text()
    assert not link.select("[lang]")


def test_a_text_that_nobody_has_translated_is_marked_as_what_it_is(built):
    footer = page(built, "ar/").select_one("footer")
    place = footer.find(string="Ostwick, on the invented river Lenn").parent

    assert ("span", "en", "ltr") == (place.name, place["lang"], place["dir"])


def test_a_page_whose_texts_are_all_translated_holds_nothing_of_another_language_but_names_of_languages(built):
    marked = page(built, "es/join/").select("body [lang]")

    assert {"English", "Español", "العربية"} >= {one.get_text() for one in marked}


def test_every_language_has_a_page_for_what_is_not_found(built):
    assert ["Page not found", "Página no encontrada", "الصفحة غير موجودة"] == [
        page(built, url).h1.get_text() for url in ("404.html", "es/404.html", "ar/404.html")
    ]


def test_files_to_reuse_are_there_in_each_language_that_has_the_texts(built):
    tiers = json.loads((built / "es/membership/tiers.json").read_text("utf-8"))

    assert ("es", "Anfitriones") == (tiers["language"], tiers["tiers"][0]["title"])
    assert f"{ADDRESS}/es/join/hosts/" == tiers["tiers"][0]["page"]
    assert "Anfitriones" in (built / "es/membership/tiers.csv").read_text("utf-8-sig")
    assert not (built / "ar/events.ics").exists()
    links = page(built, "es/join/").select(".reuse a")
    assert ["/es/membership/tiers.csv", "/es/membership/tiers.json"] == [link["href"] for link in links]


def test_a_calendar_is_there_in_each_language_and_its_events_stay_the_same_ones(built):
    english, spanish = ((built / name).read_text("utf-8") for name in ("events.ics", "es/events.ics"))

    assert re.findall("UID:.*", english) == re.findall("UID:.*", spanish)
    assert "SUMMARY:Mesa de primavera" in spanish
    assert f"URL:{ADDRESS}/es/events/spring-table/" in spanish


def test_a_feed_holds_the_news_of_its_language(built):
    feed = (built / "es/news/feed.xml").read_text("utf-8")

    assert 'xml:lang="es"' in feed
    assert "Abre la casa del transbordador" in feed
    assert "second-year" not in feed
    assert "/es/news/feed.xml" == page(built, "es/news/").select_one('link[type="application/atom+xml"]')["href"]


def test_help_lines_that_answer_in_the_language_stand_before_those_that_do_not(built):
    def lines(url):
        return [line.p.get_text(" ", strip=True).split(" 555")[0] for line in page(built, url).select("#site-help li")]

    first = "( English , Español , العربية )"
    assert ["Lenn Night Line ( English )", f"First Days Line {first}"] == lines("about/")[1:]
    assert [f"Línea de los primeros días {first}", "Línea nocturna del Lenn ( English )"] == lines("es/about/")[1:]


def test_in_a_line_from_right_to_left_a_telephone_number_keeps_the_order_of_its_groups(built):
    called = page(built, "ar/get-help/").main.select_one('a[href="tel:5550162"]')
    written = page(built, "ar/get-help/").main.select_one(".prose > p")
    number = page(built, "ar/").select_one("#site-help .number")

    assert ["555-0162"] * 2 == [one.select_one('[dir="ltr"]').get_text() for one in (called, written)]
    assert "555-0161" in {one.get_text() for one in page(built, "ar/").select('#site-help .number [dir="ltr"]')}
    assert not number.select("[dir]"), "911 has no groups"


def test_each_of_several_languages_of_a_help_line_is_read_in_its_own_direction(built):
    spoken = page(built, "ar/").select("#site-help li:nth-of-type(2) [lang]")

    assert [("en", "ltr"), ("es", "ltr"), ("ar", None)] == [(one["lang"], one.get("dir")) for one in spoken]


def test_addresses_keep_their_ends_at_their_ends(built):
    sources = page(built, "ar/get-help/").select('.reviewed a [dir="ltr"]')

    assert f"{ADDRESS}/ar/about/" == page(built, "ar/about/").select_one('.on-paper [dir="ltr"]').get_text()
    assert "days.ostwick-welcome-network.org" in {one.get_text() for one in sources}


def test_addresses_of_all_kinds_are_one_piece_from_right_to_left(coalition):
    coalition.change("data/site.yaml", "place:", "contact: office@smallcoalition.org\nlanguages: [en, ar]\nplace:")
    coalition.write("data/words.ar.yaml", "get_help: ساعدني\n")
    called = "اكتب إلى office@smallcoalition.org أو اتصل على (314) 555-0100 أو www.mo.gov/a/ الآن."
    coalition.change("data/site.yaml", "office@", "(314) 555-0100, office@")
    coalition.write("pages/join.ar.md", f"---\ntitle: انضم\ndescription: كيف تنضم.\n---\n\n{called}\n")
    text = coalition.build().page("ar/join/").select_one(".prose p")

    assert ["office@smallcoalition.org", "(314) 555-0100", "www.mo.gov/a/"] == [
        one.get_text() for one in text.select('[dir="ltr"]')
    ]


def test_a_sentence_that_the_theme_lacks_in_a_language_is_marked_with_what_is_filled_in(built):
    open_now = page(built, "ar/join/hosts/").select_one(".opening .apply b > span")

    assert ("en", "ltr") == (open_now["lang"], open_now["dir"])
    assert ["23 نوفمبر 2026"] == [one.get_text() for one in open_now.select("bdi")]
    assert ["As of 23 نوفمبر 2026, they are open."] == [open_now.get_text()]


def test_days_lists_and_signs_are_those_of_the_language(built):
    text = page(built, "es/events/spring-table/").main.get_text(" ", strip=True)

    assert "sábado 10 de abril de 2027, 17:30" in text


def test_a_day_or_month_that_begins_a_line_begins_with_a_capital_in_every_language(built):
    about = page(built, "es/events/spring-table/").find("meta", attrs={"name": "description"})["content"]

    assert about.startswith("Sábado 10 de abril de 2027, 17:30: Traiga")
    assert "Diciembre de 2026" == page(built, "es/events/").select_one(".dated h2").get_text()


def test_the_menu_marks_the_page_and_its_section_below_the_folder_of_the_language(built):
    current = page(built, "es/join/hosts/").select_one("header nav [aria-current]")

    assert ("/es/join/", "true") == (current["href"], current["aria-current"])


def test_the_name_at_the_top_leads_home_in_the_language(built):
    assert ["/", "/es/", "/ar/"] == [
        page(built, f"{root}about/").select_one(".brand")["href"] for root in ("", "es/", "ar/")
    ]


def test_a_name_may_be_the_title_of_a_page_in_every_language(coalition: Coalition):
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    for name in ("pages/lenn.md", "pages/lenn.es.md"):
        coalition.write(name, "---\ntitle: Lenn\ndescription: Lenn.\n---\n")

    assert 0 == coalition.build().status


@pytest.mark.parametrize(("language", "locale"), [("es-MX", "es_MX"), ("es", "es_ES"), ("en", None)])
def test_a_site_in_one_language_tells_link_previews_if_that_is_not_english(coalition, language, locale):
    coalition.change("data/site.yaml", "place:", f"language: {language}\nplace:")
    found = coalition.build().page("membership/").select_one('meta[property="og:locale"]')

    assert locale == (found and found["content"])


def test_a_site_of_one_language_has_none_of_this(coalition: Coalition):
    site = coalition.build("publishconf.py", "https://small.example-coalition.org")

    for url in ("", "membership/", "membership/friend/"):
        assert not site.page(url).select("nav.languages, [hreflang], body [lang]")
    assert "xhtml" not in (site.output / "sitemap.xml").read_text("utf-8")


def test_a_preview_shows_what_nobody_has_confirmed_and_the_public_site_does_not(coalition: Coalition):
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    coalition.write("pages/membership/friend.es.md", "---\ntitle: Amiga\ndescription: Una amiga.\n---\n")

    assert (coalition.build().output / "es/membership/friend").is_dir()
    public = coalition.build("publishconf.py", "https://small.example-coalition.org")
    assert not (public.output / "es").exists()
    assert not public.page("membership/friend/").select("nav.languages")


def test_a_translation_that_is_a_draft_is_not_published_and_the_main_language_stands_in_its_place(coalition):
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    coalition.write("data/words.es.yaml", "confirmed: yes\n")
    coalition.write("data/membership.es.yaml", "tiers:\n  - {id: friend, title: Amiga}\n")
    coalition.write(
        "pages/membership/friend.es.md", "---\ntitle: Amiga\ndescription: Una.\nstatus: draft\n---\n\nHola.\n"
    )

    built = coalition.build("publishconf.py", "https://smallcoalition.org")
    assert not built.status, built.said
    pair = page(built.output, "es/membership/compare/partner-and-friend/")
    assert pair.select('a[href="/membership/friend/"]')
    assert not (built.output / "es/membership/friend").exists()
