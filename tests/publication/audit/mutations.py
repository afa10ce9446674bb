"""What is broken, one thing of each kind, and the message that tells it; keyed by the rule that finds it."""

from dataclasses import dataclass

PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"
PAGE = "membership/index.html"


@dataclass(frozen=True)
class Mutation:
    """One thing to break: what to put for what in which file (None: all of it), and the message that tells it."""

    file: str
    old: str | None
    new: str | bytes | None
    message: str


def body(html: str, message: str) -> Mutation:
    return Mutation(PAGE, "</main>", f"{html}</main>", message)


MUTATIONS = {
    "every_page_is_there_and_nothing_else": [
        Mutation(PAGE, None, None, '"membership/index.html" was not built.'),
        Mutation("images/map.svg", None, None, '"images/map.svg" was not built.'),
        Mutation("old/index.html", None, "x", '"old/index.html" comes from no file in content.'),
    ],
    "nothing_is_hidden_or_a_link": [
        Mutation(".env", None, "SECRET", '".env" is hidden.'),
        Mutation("leak.txt", None, "-> /etc/hostname", '"leak.txt" is a link to another place.'),
        Mutation("leak", None, "-> /etc", '"leak" is a link to another place.'),
    ],
    "names_work_on_every_system": [
        Mutation(
            "Membership/index.html", None, "x", '"membership/index.html" and "Membership/index.html" are one file'
        ),
        Mutation("cafe\u0301.txt", None, "x", '"caf\u00e9.txt" and "cafe\u0301.txt" are one file'),
        Mutation("aux.html", None, "x", '"aux.html" cannot be the name of a file on Windows. Rename it.'),
        Mutation("a:b.txt", None, "x", '"a:b.txt" cannot be the name of a file on Windows. Rename it.'),
        Mutation("end.", None, "x", '"end." cannot be the name of a file on Windows. Rename it.'),
        Mutation("x" * 130, None, "x", f'"{"x" * 30}..." is too long a name: at most 120 bytes.'),
    ],
    "static_files_arrive_whole": [
        Mutation("images/map.svg", None, PICTURE[:9], '"images/map.svg" is not the same as its source.'),
    ],
    "pages_are_complete": [
        Mutation(PAGE, None, "", '"membership/index.html" ends before its end.'),
        Mutation(PAGE, "</html>", "", '"membership/index.html" ends before its end.'),
    ],
    "pages_have_language_title_and_description": [
        Mutation(PAGE, '<html lang="en">', "<html>", "the page does not say its language."),
        Mutation(PAGE, "<title>", "<title>x</title><title>", "expected one title, found 2."),
        Mutation(PAGE, 'name="description"', 'name="descripton"', "expected one description, found 0."),
    ],
    "titles_and_descriptions_differ": [
        Mutation(
            PAGE,
            "<title>Membership |",
            "<title>Friend |",
            'the title is the same as in "membership/friend/index.html": "Friend | Small".',
        ),
        Mutation(
            PAGE,
            'content="The tiers."',
            'content="The home page."',
            'the description is the same as in "index.html": "The home page.".',
        ),
    ],
    "headings_are_in_order": [
        body("<h1>Another</h1>", "expected one first heading (the title), found 2."),
        body("<h2>Two</h2><h4>Four</h4>", 'the heading "Four" is two levels below'),
    ],
    "ids_are_unique": [body("<p id=site-main>x</p>", '"site-main" marks 2 places of the page. Rename a heading.')],
    "pictures_have_words": [
        Mutation(PAGE, 'alt="A map"', 'alt=""', 'the picture "map.svg" has no words: ![what it shows](...).'),
        Mutation(PAGE, 'alt="A map"', "", 'the picture "map.svg" has no words: ![what it shows](...).'),
    ],
    "nothing_runs_and_nothing_is_embedded": [
        body("<script>1</script>", "<script> has no place on this site."),
        body("<iframe></iframe>", "<iframe> has no place on this site."),
        body("<form></form>", "<form> has no place on this site."),
        body("<svg><script>1</script></svg>", "<script> has no place on this site."),
        body("<p style='color:red'>x</p>", "<p style> has no place on this site."),
        body("<p ONCLICK=x>x</p>", "<p onclick> has no place on this site."),
    ],
    "nothing_is_left_unfinished": [
        body("<p>See ::: tiers</p>", 'a directive (":::") is shown as text.'),
        body("<a href='{filename}/pages/x.md'>x</a>", '"{filename}" was not replaced by what it stands for.'),
        body("<a href='{filname}/pages/x.md'>x</a>", '"{filname}" was not replaced by what it stands for.'),
        body("<a href='|filename|/pages/x.md'>x</a>", '"|filename|" was not replaced by what it stands for.'),
        body("<component number=1></component>", "a directive was not replaced by what it stands for."),
    ],
    "no_draft_is_public": [
        Mutation("plan/index.html", None, "<html lang=en>", "a draft would be public."),
        body("<p>Draft. DRAFT_MARK</p>", "a draft would be public."),
    ],
    "addresses_are_of_known_schemes": [
        body(f"<a href='{address}'>x</a>", f'the address "{shown}": expected https')
        for address, shown in [
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("java&#x0A;script:alert(1)", "javascript:alert(1)"),
            ("&#1;JaVaScRiPt:alert(1)", "JaVaScRiPt:alert(1)"),
            ("data:text/html,x", "data:text/html,x"),
            ("http://plain.org/", "http://plain.org/"),
            ("vbscript:x", "vbscript:x"),
            ("file:///etc/passwd", "file:///etc/passwd"),
        ]
    ],
    "nothing_comes_from_elsewhere": [
        body("<img alt=x src=https://far.org/a.png>", '"https://far.org/a.png" would be fetched from another site.'),
        body("<img alt=x src=//far.org/a.png>", '"//far.org/a.png" would be fetched from another site.'),
        body(
            "<img alt=x srcset='https://far.org/a.png 2x'>",
            '"https://far.org/a.png" would be fetched from another site.',
        ),
        Mutation(
            PAGE,
            "</head>",
            "<link rel=stylesheet href=https://far.org/a.css></head>",
            '"https://far.org/a.css" would be fetched from another site.',
        ),
        Mutation(
            PAGE,
            "</head>",
            "<style>@import 'https://far.org/a.css'</style></head>",
            'the style fetches something: "@import".',
        ),
        Mutation(
            PAGE,
            "</head>",
            "<style>p{background:url(//far.org/a.png)}</style></head>",
            'the style fetches something: "url(//far.org/a.png".',
        ),
    ],
    "links_within_the_site_lead_somewhere": [
        body("<a href=/membership/freind/>x</a>", 'no page "/membership/freind/". Did you mean "/membership/friend/"?'),
        body("<a href=/membership/Friend/>x</a>", 'no page "/membership/Friend/". Did you mean "/membership/friend/"?'),
        body("<a href=/index.htm>x</a>", 'no page "/index.htm".'),
        body("<a href=friend/>x</a><a href=../nothing>x</a>", 'no page "../nothing".'),
        body("<a href='#nowhere'>x</a>", '"#nowhere": no place "#nowhere" in that page.'),
        body(
            "<h2 id=fees>Fees</h2><a href='#fee'>x</a>",
            '"#fee": no place "#fee" in that page. Did you mean "fees"?',
        ),
        body("<a href='//far.org'>x</a>", 'the address "//far.org" leads to another site. Write https:// before it.'),
        body("<img alt=x src=/images/missing.png>", 'no page "/images/missing.png".'),
    ],
    "no_example_address_is_public": [
        body("<a href=https://forms.example.org/x>x</a>", '"https://forms.example.org/x" is only an example address.'),
    ],
}
