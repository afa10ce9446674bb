"""A page that would not arrive with the first answer is told, with what weighs."""

import hashlib
import re

FRONT = "---\ntitle: News\ndescription: What is new.\n---\n\n"


def noise(words: int) -> str:
    """Return words that no compressor makes much smaller than five bytes each."""
    some = " ".join(hashlib.sha256(bytes(divmod(number, 256))).hexdigest()[:10] for number in range(words))
    return some.translate(str.maketrans("0123456789", "ghijklmnop"))  # ten digits would be a telephone number


def test_a_page_that_is_too_heavy_names_its_file_and_the_parts_that_weigh(coalition):
    rows = "\n".join(f"| {word} |" for word in noise(1000).split())
    coalition.write("pages/news.md", f"{FRONT}{noise(1500)[::-1]}\n\n| Table |\n| --- |\n{rows}\n")

    built = coalition.build()

    assert 1 == built.status
    found = re.fullmatch(
        r"1 problem in 1 file; nothing was published\.\n"
        r"  content/pages/news\.md: the page is too heavy: expected at most 14,000 bytes compressed, "
        r"found ([\d,]+) \(style ([\d,]+), script ([\d,]+), (?:drawings ([\d,]+), )?tables ([\d,]+), text ([\d,]+)\)\. "
        r"Make two pages of it\.\n"
        r'  See GUIDE\.md, "When something is wrong"\.\n',
        built.said,
    )
    assert found, built.said
    whole, *parts = (int(number.replace(",", "")) for number in found.groups("0"))
    style, script, drawings, tables, text = parts
    assert whole == sum(parts) > 14_000
    assert script < style
    assert drawings < style < tables < text


def test_a_page_that_only_the_better_compressor_makes_fit_is_fine(coalition):
    coalition.write("pages/news.md", f"{FRONT}{noise(1850)}\n")

    built = coalition.build()

    assert 0 == built.status, built.said
    weight = re.search(
        r"Heaviest page: /news/, ([\d,]+) bytes by gzip; half of the pages weigh at most [34],", built.said
    )
    assert int(weight[1].replace(",", "")) > 14_000
