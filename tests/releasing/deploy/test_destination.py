"""DEST names a folder on a server or here, and nothing that a shell or a program could take for an order."""

import pytest

from releasing.deploy.destination import Destination, parse
from sources.problems import ProblemsFound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ana@web.example.org:/srv/site", Destination("ana@web.example.org", "/srv/site")),
        ("web:/srv/site/", Destination("web", "/srv/site")),
        ("web:site", Destination("web", "site")),
        ("web:~/site", Destination("web", "site")),
        ("ana@[2001:db8::1]:/srv/site", Destination("ana@[2001:db8::1]", "/srv/site")),
        ("/srv/our site", Destination("", "/srv/our site")),
        ("/srv/with:colon", Destination("", "/srv/with:colon")),
        ("/srv/$(reboot)", Destination("", "/srv/$(reboot)")),
    ],
)
def test_folders_on_servers_and_here_are_understood(text, expected, tmp_path):
    assert expected == parse(text, tmp_path)


def test_a_folder_named_from_here_becomes_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert f"{tmp_path}/web" == str(parse("web", tmp_path / "public"))


EXPECTED = "expected user@server:/folder, or a folder of this computer"
ALLOWED = "cannot be a folder on a server: it may hold plain letters, digits, and / . _ - + = @."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"{EXPECTED}, found nothing."),
        ("a\nb", f'{EXPECTED}, found "a\\u000ab".'),
        ("web:", f'{EXPECTED}, found "web:". It names no folder.'),
        ("web:/", f'{EXPECTED}, found "web:/". It names no folder.'),
        ("web::module/site", f'{EXPECTED}, found "web::module/site". Servers are reached by ssh only.'),
        ("rsync://web/site", f'{EXPECTED}, found "rsync://web/site". Servers are reached by ssh only.'),
        ("-oProxy=x:/srv", f'{EXPECTED}, found "-oProxy=x:/srv". "-oProxy=x" cannot be the name of a server.'),
        ("a;b@web:/srv", f'{EXPECTED}, found "a;b@web:/srv". "a;b@web" cannot be the name of a server.'),
        ("web:/srv/$(reboot)", f'"/srv/$(reboot)" {ALLOWED}'),
        ("web:/srv/our site", f'"/srv/our site" {ALLOWED}'),
        ("web:-rf", f'"-rf" {ALLOWED}'),
        ("web:~ben/site", f'"~ben/site" {ALLOWED}'),
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_a_reason(text, message, tmp_path):
    with pytest.raises(ProblemsFound) as found:
        parse(text, tmp_path)

    assert [f"DEST: {message}"] == [str(problem) for problem in found.value.problems]


def test_the_published_folder_does_not_hold_its_own_copy(tmp_path):
    inside = tmp_path / "public" / "web"

    with pytest.raises(ProblemsFound, match="lies within the published folder itself"):
        parse(str(inside), tmp_path / "public")
