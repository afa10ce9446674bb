"""The end of `make check`."""

from checking.health import health_summary


def summary(coalition) -> list[str]:
    return [line.strip() for line in health_summary(coalition.check(), coalition.content).split("\n")]


def test_what_is_overdue_is_told_with_its_line_and_so_is_what_comes_next(coalition):
    coalition.change("pages/index.md", "\ntitle:", "\nlast_reviewed: 2025-11-20\nreview_every: 1 year\ntitle:")

    assert (
        'Reviews: overdue: "Small Coalition" since 2026-11-20 (content/pages/index.md, line 2); '
        'next by 2027-05-23: "Emergency" (181 days left).'
    ) in summary(coalition)


def test_questions_and_hard_texts_are_counted(coalition):
    hard = "Participating organizations exhibit collaborative commitment to multidisciplinary interventions."
    coalition.change("pages/membership/index.md", "::: tiers", f"{hard}\n\n::: tiers")
    coalition.write("CORRECTIONS.md", "## Open questions\n\n1. **Who leads?**\n")

    assert "Reading: 1 of 1 text above grade 9 (make reading)." in summary(coalition)
    assert "Open questions to the coalition: 1 (content/CORRECTIONS.md)." in summary(coalition)
