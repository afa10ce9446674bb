"""What is broken, one thing of each kind, and the message that tells it; keyed by the rule that finds it."""

import hashlib
from dataclasses import dataclass

from conftest import CATE_CONTENT
from rasters import exif, noise, p3_profile, picture, saved
from sources.formats.raster import read_picture
from sources.formats.sizes import sizes

SHARE = CATE_CONTENT / "images" / "share.png"
CARD = sizes(read_picture(SHARE, "images/share.png")).card
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"
PAGE = "membership/index.html"
TIER = "membership/friend/index.html"  # a page that has a breadcrumb
MOVED = "meetings/index.html"  # leads on to /events/
DISCREET = "events/index.html"
ADDRESS = "https://small-coalition.org"


@dataclass(frozen=True)
class Mutation:
    """One thing to break: what to put for what in which file (None: all of it), and the message that tells it."""

    file: str
    old: str | None
    new: str | bytes | None
    message: str


def body(html: str, message: str) -> Mutation:
    return Mutation(PAGE, "</main>", f"{html}</main>", message)


def head(html: str, message: str) -> Mutation:
    return Mutation(PAGE, "</head>", f"{html}</head>", message)


NOT_FIRST = "the content security policy does not stand right after the charset."
END = "Write where it ends: https://far.org/a"
OF_POLICY = "the content security policy, "
TEXT = "".join(hashlib.sha256(bytes([number % 256, number // 256])).hexdigest() for number in range(420))

MUTATIONS = {
    "every_page_is_there_and_nothing_else": [
        Mutation(PAGE, None, None, '"membership/index.html" was not built.'),
        Mutation("images/map.svg", None, None, '"images/map.svg" was not built.'),
        Mutation(MOVED, None, None, '"meetings/index.html" was not built.'),
        Mutation("robots.txt", None, None, '"robots.txt" was not built.'),
        Mutation("sitemap.xml", None, None, '"sitemap.xml" was not built.'),
        Mutation("membership/tiers.json", None, None, '"membership/tiers.json" was not built.'),
        Mutation("old/index.html", None, "x", '"old/index.html" comes from no file in content.'),
        Mutation("admin/index.html", None, "x", '"admin/index.html" comes from no file in content.'),
        Mutation("admin/config.yml", None, "x", '"admin/config.yml" comes from no file in content.'),
        Mutation("-/editor/decap-cms.js", None, "x", '"-/editor/decap-cms.js" comes from no file in content.'),
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
    "other_files_arrive_whole": [
        Mutation("images/map.svg", None, PICTURE[:9], '"images/map.svg" is not the same as its source.'),
        Mutation("membership/tiers.csv", None, "", '"membership/tiers.csv" is not what the sources make it.'),
    ],
    "drawn_files_can_be_read": [
        Mutation("news/feed.xml", "</feed>", "", "cannot be read: no element found"),
    ],
    "no_picture_is_published_as_it_was_given": [
        Mutation(
            "images/share.png", None, SHARE.read_bytes(), '"images/share.png" is "images/share.png" as it was given'
        ),
        Mutation("flyer.pdf", None, SHARE.read_bytes(), '"flyer.pdf" is "images/share.png" as it was given'),
    ],
    "pictures_tell_nothing": [
        Mutation(CARD, None, picture("jpg", (1200, 630), exif=exif()), f'"{CARD}" carries hidden notes.'),
        Mutation(CARD, None, picture("jpg", (1200, 630), comment=b"x"), f'"{CARD}" carries hidden notes.'),
        Mutation(CARD, None, picture("jpg", (1200, 630), icc_profile=p3_profile()), f'"{CARD}" carries hidden notes.'),
        Mutation("icon.png", None, picture("png", exif=exif()), '"icon.png" carries hidden notes.'),
    ],
    "pictures_fit_phones": [
        Mutation(CARD, None, picture("jpg"), f'"{CARD}": expected the shape 1200 x 630, found 640 x 480.'),
        Mutation(
            CARD, None, picture("jpg", (2400, 1260)), f'"{CARD}": expected the shape 1200 x 630, found 2400 x 1260.'
        ),
        Mutation(CARD, None, b"", f'"{CARD}": expected the shape 1200 x 630, found 0 x 0.'),
        Mutation(CARD, None, saved(noise((1200, 630))), f'"{CARD}": expected at most 60,000 bytes, found '),
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
    "the_theme_speaks_the_language_of_the_page": [
        Mutation(
            "es/membership/friend/index.html",
            "Ir al contenido principal",
            "Skip to main content",
            '"Skip to main content" is not in the language of this page.',
        ),
        body("<p>Ir al contenido principal</p>", '"Ir al contenido principal" is not in the language of this page.'),
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
        body("<script type='application/ld+json'>{}</script>", "<script> has no place on this site."),
        head("<script type='application/ld+json' src=/x.json></script>", "<script> has no place on this site."),
        head("<script type='module'>1</script>", "<script> has no place on this site."),
        body("<iframe></iframe>", "<iframe> has no place on this site."),
        body("<form></form>", "<form> has no place on this site."),
        body("<svg><script>1</script></svg>", "<script> has no place on this site."),
        body("<p style='color:red'>x</p>", "<p style> has no place on this site."),
        body("<p ONCLICK=x>x</p>", "<p onclick> has no place on this site."),
        head("<meta http-equiv=set-cookie content=x>", "<meta http-equiv> has no place on this site."),
        body("<a href=/ ping=https://far.org/>x</a>", "<a ping> has no place on this site."),
        body("<a href=/ ping=/x>x</a>", "<a ping> has no place on this site."),
        body("<a href=/ attributionsrc>x</a>", "<a attributionsrc> has no place on this site."),
        body("<a href=/ referrerpolicy=unsafe-url>x</a>", "<a referrerpolicy> has no place on this site."),
    ],
    "pages_offer_what_every_page_must": [
        Mutation(PAGE, '"tel:911"', '"tel:912"', 'no link leads to "tel:911", which stands on every page'),
        Mutation(PAGE, None, "<a href='tel:911'>911</a>", 'no link leads to "https://www.weather.gov/", which stands'),
    ],
    "only_old_addresses_lead_on": [
        head(
            "<meta http-equiv=Refresh content='0; url=https://far.org/'>",
            'expected no refresh, found "0; url=https://far.org/".',
        ),
        head("<meta http-equiv=refresh content='0; url=/'>", 'expected no refresh, found "0; url=/".'),
        *(
            Mutation(MOVED, "0; url=/events/", new, f'expected "0; url=/events/", found "{new}".')
            for new in ("0; url=/membership/", "9; url=/events/", "0; url=https://far.org/", "0; url=//far.org", "0")
        ),
        Mutation(MOVED, 'http-equiv="refresh"', 'name="refresh"', 'expected "0; url=/events/", found nothing.'),
        Mutation(MOVED, '<a href="/events/">', "<a href='/'>", 'no link leads to "/events/", for browsers that do not'),
        Mutation(MOVED, None, "", 'expected "0; url=/events/", found nothing.'),
    ],
    "nothing_is_left_unfinished": [
        body("<p>See ::: tiers</p>", 'a directive (":::") is shown as text.'),
        body("<a href='{filename}/pages/x.md'>x</a>", '"{filename}" was not replaced by what it stands for.'),
        body("<a href='{filname}/pages/x.md'>x</a>", '"{filname}" was not replaced by what it stands for.'),
        body("<a href='|filename|/pages/x.md'>x</a>", '"|filename|" was not replaced by what it stands for.'),
        body("<component number=1></component>", "a directive was not replaced by what it stands for."),
        body("<p>_x <strong>*</strong>klzzwxh:0000</p>", 'a part of the text is lost behind "'),
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
            'the style fetches something: "url(//far.org/a.png)".',
        ),
        *(
            head(f"<style>{style}</style>", f'the style fetches something: "{fetched}".')
            for style, fetched in [
                (r"p{background:\75rl(//far.org/a.png)}", "url(//far.org/a.png)"),
                (r"@\69mport 'https://far.org/a.css'", "@import"),
                ("p{background:image-set('//far.org/a.png' 1x)}", "image-set(//far.org/a.png)"),
                ("@media print{p{cursor:URL( far.cur )}}", "url(far.cur)"),
            ]
        ),
        *(
            body(html, '"https://far.org/a" would be fetched from another site.')
            for html in [
                "<link rel=preload as=image imagesrcset='/images/map.svg 1x, https://far.org/a 2x'>",
                "<table background=https://far.org/a></table>",
                "<svg><use href=https://far.org/a></use></svg>",
                "<svg><image xlink:href=https://far.org/a></image></svg>",
                "<svg><feImage href=https://far.org/a></feImage></svg>",
                "<img alt=x src=/images/map.svg srcset='https://far.org/a 2x, /images/map.svg'>",
            ]
        ),
        body(
            "<svg><rect fill='u\\72l(https://far.org/a)'></rect></svg>",
            'the style fetches something: "url(https://far.org/a)".',
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
    "the_sitemap_names_every_public_page_and_no_other": [
        Mutation("sitemap.xml", None, None, "cannot be read: "),
        Mutation("sitemap.xml", "</urlset>", "", "cannot be read: "),
        Mutation("sitemap.xml", None, b"\xff\xfe\xfd", "cannot be read: "),
        Mutation(
            "sitemap.xml", f"<url><loc>{ADDRESS}/membership/</loc></url>", "", f'"{ADDRESS}/membership/" is missing.'
        ),
        Mutation(
            "sitemap.xml",
            f"<loc>{ADDRESS}/</loc>",
            f"<loc>{ADDRESS}/plan/</loc>",
            f'"{ADDRESS}/plan/" is no public page.',
        ),
        Mutation(
            "sitemap.xml",
            f"<loc>{ADDRESS}/</loc>",
            f"<loc>{ADDRESS}/404.html</loc>",
            f'"{ADDRESS}/404.html" is no public page.',
        ),
        Mutation(
            "sitemap.xml",
            "2026-11-20",
            "2026-11-21",
            f'"{ADDRESS}/membership/friend/": expected 2026-11-20, found 2026-11-21.',
        ),
        Mutation(
            "sitemap.xml",
            f"<loc>{ADDRESS}/membership/</loc>",
            f"<loc>{ADDRESS}/membership/</loc><lastmod>2026-11-21</lastmod>",
            f'"{ADDRESS}/membership/": expected no day, found 2026-11-21.',
        ),
    ],
    "search_engines_may_read_the_public_site_and_no_preview": [
        Mutation("robots.txt", "Allow: /", "Disallow: /", '"/" is kept from search engines.'),
        Mutation(
            "robots.txt", "Allow: /", "Disallow: /membership/", '"/membership/friend/" is kept from search engines.'
        ),
        Mutation("robots.txt", None, b"\xff\xfe\xfd", f"expected {ADDRESS}/sitemap.xml, found no sitemap."),
        Mutation("robots.txt", "Sitemap", "Sitmap", f"expected {ADDRESS}/sitemap.xml, found no sitemap."),
    ],
    "pages_are_listed_under_their_own_address_or_not_at_all": [
        Mutation(
            PAGE,
            f'rel="canonical" href="{ADDRESS}/membership/"',
            f'rel="canonical" href="{ADDRESS}/"',
            f"canonical link: expected {ADDRESS}/membership/, found {ADDRESS}/.",
        ),
        Mutation(PAGE, '"og:url"', '"og:uri"', f"og:url: expected {ADDRESS}/membership/, found none."),
        Mutation(
            "404.html", "</head>", f'<link rel="canonical" href="{ADDRESS}/"></head>', "canonical link: expected none"
        ),
        Mutation("404.html", '"noindex"', '"index"', "search engines are not told to leave this page out."),
        Mutation(MOVED, '"noindex"', '"index"', "search engines are not told to leave this page out."),
        Mutation(
            MOVED, f'href="{ADDRESS}/events/"', f'href="{ADDRESS}/"', f"canonical link: expected {ADDRESS}/events/"
        ),
        head("<meta name=robots content=noindex>", "search engines are told to leave this page out."),
    ],
    "link_previews_show_a_picture_of_this_site": [
        Mutation(PAGE, f"{ADDRESS}/{CARD}", CARD, f'og:image: no picture "{CARD}".'),
        Mutation(
            PAGE,
            f"{ADDRESS}/{CARD}",
            f"{ADDRESS}/images/none.png",
            f'og:image: no picture "{ADDRESS}/images/none.png".',
        ),
        Mutation(
            PAGE,
            f"{ADDRESS}/{CARD}",
            "https://far.org/share.png",
            'og:image: no picture "https://far.org/share.png".',
        ),
    ],
    "link_previews_of_discreet_pages_tell_nothing": [
        Mutation(DISCREET, "A web page", "Events", 'og:title: a link to this discreet page would show "Events".'),
        Mutation(DISCREET, "Open the link to read it.", "All events.", "og:description: a link to this discreet page"),
        Mutation(DISCREET, '"og:title"', '"og:titel"', "og:title: missing; a link to this discreet page would tell"),
        Mutation(
            DISCREET,
            "</head>",
            f'<meta property="og:image" content="{ADDRESS}/{CARD}"></head>',
            "og:image: a link to this discreet page would show",
        ),
        Mutation(
            DISCREET,
            "</head>",
            '<meta property="og:site_name" content="Small Coalition"></head>',
            'og:site_name: a link to this discreet page would show "Small Coalition".',
        ),
    ],
    "structured_data_say_what_the_page_shows": [
        Mutation("index.html", '"Small"', '"Large"', 'structured data: alternateName: the page does not show "Large".'),
        Mutation("index.html", '"Small"', '"<Small"', 'structured data: a "<", which could end them early.'),
        Mutation("index.html", '"Small"', '"Small</script>"', "structured data: cannot be read: "),
        Mutation("index.html", '"Small"', "Small", "structured data: cannot be read: "),
        Mutation(
            TIER, f'"item":"{ADDRESS}/"', f'"item":"{ADDRESS}/nope/"', f'structured data: no page "{ADDRESS}/nope/".'
        ),
        Mutation(
            TIER, f'"item":"{ADDRESS}/"', '"item":"https://far.org/"', 'structured data: no page "https://far.org/".'
        ),
        Mutation(
            "membership/friend/index.html",
            '"lastReviewed":"2026-11-20"',
            '"lastReviewed":"2026-11-21"',
            'structured data: lastReviewed: the page does not show "2026-11-21".',
        ),
    ],
    "the_policy_stands_first_and_allows_only_what_the_page_holds": [
        Mutation(PAGE, 'http-equiv="content-security-policy"', 'name="policy"', NOT_FIRST),
        Mutation(PAGE, '<meta charset="utf-8">', "", NOT_FIRST),
        Mutation(PAGE, '<meta charset="utf-8">', '<meta charset="utf-8"><script>1</script>', NOT_FIRST),
        Mutation(PAGE, "<head>", "<head><script>1</script>", NOT_FIRST),
        Mutation(PAGE, "<title>", "<meta http-equiv=Content-Security-Policy content=x><title>", "expected one content"),
        Mutation(PAGE, "<style>", "<style> ", f"{OF_POLICY}style-src: expected 'sha256-"),
        Mutation(PAGE, "</head>", "<style>p{color:red}</style></head>", f"{OF_POLICY}style-src: expected 'sha256-"),
        Mutation(
            PAGE, "; style-src 'sha256-", "; style-src 'unsafe-inline' 'sha256-", f"{OF_POLICY}style-src: expected"
        ),
        Mutation(
            PAGE, "default-src 'none'", "default-src 'self'", f"{OF_POLICY}default-src: expected 'none', found 'self'."
        ),
        Mutation(
            PAGE,
            "default-src 'none'",
            "default-src *; default-src 'none'",
            f"{OF_POLICY}default-src: expected 'none', found *.",
        ),
        Mutation(PAGE, "; form-action 'none'", "", f"{OF_POLICY}form-action: expected 'none', found nothing."),
        Mutation(
            PAGE, "; base-uri 'none'", "; base-uri 'self'", f"{OF_POLICY}base-uri: expected 'none', found 'self'."
        ),
        Mutation(
            PAGE, "; base-uri", ";; connect-src *; base-uri", f"{OF_POLICY}connect-src: expected nothing, found *."
        ),
        Mutation(PAGE, "img-src 'self'", "img-src *", f"{OF_POLICY}img-src: expected 'self' data:, found * data:."),
        Mutation(
            PAGE, "; base-uri", "; connect-src *; base-uri", f"{OF_POLICY}connect-src: expected nothing, found *."
        ),
        body(
            "<script>1</script>",
            f"{OF_POLICY}script-src: expected 'sha256-",
        ),
        body(
            "<script type=module>1</script>",
            f"{OF_POLICY}script-src: expected 'sha256-",
        ),
    ],
    "nothing_tells_where_a_visitor_came_from": [
        Mutation(
            PAGE,
            'content="no-referrer"',
            'content="origin"',
            'expected the referrer policy "no-referrer", found "origin".',
        ),
        Mutation(
            PAGE, 'name="referrer"', 'name="refferer"', 'expected the referrer policy "no-referrer", found nothing.'
        ),
    ],
    "pages_fit_into_one_answer": [
        body(f"<p>{TEXT}</p>", "the page is too heavy: expected at most 14,000 bytes compressed, found 1"),
        body(f"<table><td>{TEXT}</table>", "the page is too heavy: expected at most 14,000 bytes compressed, found 1"),
    ],
    "only_the_organizations_own_email_is_given": [
        *(
            body(f"<p>{shown}</p>", f'the e-mail address "{email}" is not the contact in site.yaml.')
            for shown, email in [
                ("Write to jo.doe@gmail.com.", "jo.doe@gmail.com"),
                ("Write to jo.doe (at) gmail.com", "jo.doe (at) gmail.com"),
                ("<a href=mailto:jo%40small.org>Write</a>", "jo@small.org"),
                ("<img src=/images/map.svg alt='Card of jo@small.org'>", "jo@small.org"),
                ("jo@<b>small</b>.org", "jo@small.org"),
                ("jo@\nsmall.org", "jo@ small.org"),
                ("<a href=https://far.org/?authuser=jo%2540small.org>x</a>", "jo@small.org"),
                ("<a href='https://far.org/?u=https%3A%2F%2Fx.org%2F%3Fm%3Djo%2540small.org'>x</a>", "jo@small.org"),
            ]
        ),
        Mutation(
            PAGE,
            'content="The tiers."',
            'content="Ask jo@small.org."',
            'the e-mail address "jo@small.org" is not the contact',
        ),
        Mutation("images/map.svg", None, "<svg><text>jo@small.org</text></svg>", 'the e-mail address "jo@small.org"'),
    ],
    "only_listed_telephone_numbers_are_given": [
        *(
            body(f"<p>Call {number}.</p>", f'the telephone number "{number}" is neither in help-lines.yaml nor')
            for number in [
                *("314-555-0134", "(314) 555-0134", "+1 314.555.0134", "555-0134", "+44 20 7946 0958"),
                *("314 - 555 - 0134", "3145550134", "13145550134"),
            ]
        ),
        body("<p>Call 314-<b>555</b>-0134</p>", 'the telephone number "314-555-0134"'),
        body("<p>Call 314\xa0555\u20110134</p>", 'the telephone number "314 555-0134"'),
        body("<p>Call 314-\n555-0134</p>", 'the telephone number "314- 555-0134"'),
        body("<a href=https://wa.me/13145550134>x</a>", 'the telephone number "13145550134"'),
        body("<a href='https://far.org/?entry.1=314-555-0134'>x</a>", 'the telephone number "314-555-0134"'),
        Mutation("a.csv", None, "Jane,63101,314-555-0134", 'the telephone number "314-555-0134"'),
        Mutation("a.txt", None, "Jane,314-555-0134", 'the telephone number "314-555-0134"'),
        body(
            "<a href=tel:+13145550134>Call</a>", 'the link "tel:+13145550134" calls a number that is not in help-lines'
        ),
        body("<a href='sms:555?body=x'>Text</a>", 'the link "sms:555?body=x" calls a number that is not in help-lines'),
    ],
    "no_place_is_given_where_people_could_be_met": [
        body(f"<p>We meet at {place}, upstairs</p>", f'"{place}" looks like the address of a place.')
        for place in [
            *("1234 Main Street", "1234 N. Main St", "2018 Old Mill Road", "12 W 5th Ave", "4321 Chapel Drive"),
            *("Room 204", "room #7", "Suite 5B", "Apt. 3"),
        ]
    ]
    + [
        body(html, f'"{place}" looks like the address of a place.')
        for html, place in [
            ("<p>At 1234 Main\nStreet</p>", "1234 Main Street"),
            ("<p>At 1234\xa0<a href=/>Main</a> <b>Street</b></p>", "1234 Main Street"),
            ("<p>At 1234 Main St. St. Louis, MO</p>", "1234 Main St"),
            ("<p>At 1234 Main St Springfield, MO 65801</p>", "1234 Main St"),
            ("<p>Room<br>\n204</p>", "Room 204"),
            ("<a href='https://www.google.com/maps/place/1234+Main+St,+St.+Louis,+MO'>x</a>", "1234 Main St"),
            ("<a href='https://maps.apple.com/?q=1234%20main%20street'>x</a>", "1234 Main Street"),
        ]
    ],
    "people_are_named_only_with_consent": [
        body("<p>Ask Dr. Jane Doe.</p>", '"Jane Doe" looks like a person. Name only people in approved_people'),
        body("<p>Ask Dr. <b>Jane</b>\nDoe.</p>", '"Jane Doe" looks like a person.'),
        body("<p>Jane Q. Doe, LCSW</p>", '"Jane Q. Doe" looks like a person. Name only people in approved_people'),
    ],
    "forbidden_words_stand_nowhere": [
        body("<p>In the old\nmill, upstairs</p>", '"old mill" must not be published: it is in forbidden_words'),
        body("<a href=https://far.org/old-mill>x</a>", '"old mill" must not be published: it is in forbidden_words'),
        Mutation("images/old_mill.svg", None, PICTURE, '"old mill" must not be published: it is in forbidden_words'),
        body(
            "<p>the <b>Old</b>&nbsp;<i>Mi\xadll</i></p>", '"Old Mill" must not be published: it is in forbidden_words'
        ),
        body("<p>the old\u2011mill</p>", '"old-mill" must not be published: it is in forbidden_words'),
        Mutation("a.json", None, '["Ol\\u0064 Mill"]', '"Old Mill" must not be published: it is in forbidden_words'),
        Mutation("a.svg", None, "<svg>Old <tspan>Mill</tspan></svg>", '"Old Mill" must not be published'),
        Mutation("a.txt", None, "the Old\nMill".encode("utf-16"), '"Old Mill" must not be published'),
        Mutation("a.csv", None, 'x,"Old Mill",y', '"Old Mill" must not be published'),
    ],
    "links_lead_straight_to_their_targets": [
        body(f"<a href='{address}'>x</a>", f"the link leads through {host}, which learns who follows it. {END}")
        for address, host in [
            (
                "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffar.org%2Fa&data=05%7Cpat.smith%40x.org",
                "nam02.safelinks.protection.outlook.com",
            ),
            ("https://www.google.com/url?sa=t&url=https://far.org/a", "www.google.com"),
            ("https://l.facebook.com/l.php?u=https%3A%2F%2Ffar.org%2Fa", "l.facebook.com"),
            ("https://urldefense.com/v3/__https://far.org/a__;!!x$", "urldefense.com"),
            ("https://urldefense.proofpoint.com/v2/url?u=https-3A__far.org_a&d=x", "urldefense.proofpoint.com"),
        ]
    ],
}
