"""Links to pages of the site: what a name means, and what was probably meant where no page has it."""

from conftest import Coalition


def test_a_link_beside_the_page_is_meant_from_its_own_folder(coalition: Coalition):
    coalition.write("pages/partner.md", "---\ntitle: Others\ndescription: Others.\n---\n\nText.\n")
    coalition.change("pages/membership/friend.md", "::: apply friend", "::: apply friend\n\n[x](partner.md)")

    assert "/membership/partner/" == coalition.build().page("membership/friend").find("a", string="x")["href"]


def test_a_link_to_a_draft_is_a_problem_in_production_only(coalition: Coalition):
    coalition.write("pages/news.md", "---\ntitle: News\ndescription: New.\nstatus: draft\n---\n")
    coalition.change("pages/404.md", "Go to", "See [news]({filename}/pages/news.md). Go to")

    assert [
        'content/pages/404.md:6:12: "pages/news.md" is a draft and not on the public site. '
        "Publish it, or take the link out."
    ] == coalition.problems()
    assert coalition.check(production=False)


def test_links_to_a_page_that_must_be_there_are_not_told_when_it_is_not(coalition: Coalition):
    (coalition.content / "pages" / "index.md").unlink()

    assert ["content/pages/index.md: this page is missing: it is the home page."] == coalition.problems()


def test_a_pair_of_tiers_in_the_other_order_is_guessed_whole(coalition: Coalition):
    wrong = "{filename}/pages/membership/compare/friend-and-partner.md"
    coalition.write("pages/index.md", coalition.read("pages/index.md") + f"\n[Compare]({wrong})\n")

    (problem,) = coalition.problems()
    assert 'Did you mean "pages/membership/compare/partner-and-friend.md"?' in problem


def test_a_page_that_was_removed_is_not_taken_for_its_neighbor(coalition: Coalition):
    neighbor = coalition.read("pages/membership/index.md").replace("title: ", "title: Other ")
    coalition.write("pages/membership/community-network.md", neighbor.replace("description: ", "description: Other "))
    link = "[Allies]({filename}/pages/membership/ally-network.md)"
    coalition.write("pages/index.md", coalition.read("pages/index.md") + f"\n{link}\n")

    assert ['no page "/pages/membership/ally-network.md".'] == [
        problem.split(": ", 1)[1] for problem in coalition.problems()
    ]
