"""What `repository` in site.yaml says of the host is all that the forms on the web need to know."""

import pytest

from preview.admin.hosts import host_of
from subjects.site.records import Repository


@pytest.mark.parametrize(
    ("url", "style", "name", "api", "repo"),
    [
        ("https://github.com/name/site", "github", "GitHub", "https://api.github.com", "name/site"),
        ("https://github.com/name/site.git", "github", "GitHub", "https://api.github.com", "name/site"),
        ("https://git.ngo.org/name/site/", "github", "git.ngo.org", "https://git.ngo.org/api/v3", "name/site"),
        ("https://gitlab.com/group/part/site", "gitlab", "GitLab", "https://gitlab.com/api/v4", "group/part/site"),
        ("https://codeberg.org/name/site", "gitea", "codeberg.org", "https://codeberg.org/api/v1", "name/site"),
    ],
)
def test_the_api_and_the_name_of_a_host_follow_from_the_address(url, style, name, api, repo):
    host = host_of(Repository(url=url, style=style))

    assert (name, api, repo, "main") == (host.name, host.api, host.repo, host.branch)
    assert api.startswith(f"{host.origin}/") or api == host.origin


def test_the_page_knows_where_a_token_is_made_and_with_which_rights():
    settings = host_of(Repository(url="https://github.com/name/site", branch="live")).settings("content")

    assert "https://github.com/settings/personal-access-tokens/new" == settings["token_page"]
    assert settings["rights"].startswith("Contents: read and write, Pull requests: read and write")
    assert ("live", "content") == (settings["branch"], settings["content"])
