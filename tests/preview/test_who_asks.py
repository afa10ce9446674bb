"""The preview is asked by its own names alone and by no page of another site; a hosted workspace gives it one more."""

import pytest

from preview.who_asks import address, may_ask

LOCAL = {"Host": "127.0.0.1:8000"}
NAME = "fuzzy-space-waddle-7-8000.app.github.dev"
OPENED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture
def workspace(monkeypatch):
    monkeypatch.setenv("CODESPACE_NAME", "fuzzy-space-waddle-7")
    monkeypatch.setenv("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.github.dev")


@pytest.fixture(params=[False, True], ids=["site", "editor"])
def asks(request):
    return lambda **headers: may_ask(
        {name.replace("_", "-"): value for name, value in headers.items()}, 8000, editor=request.param
    )


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000"])
def test_this_computer_may_ask(asks, host):
    assert asks(Host=host)
    assert asks(Host=host, Origin=f"http://{host}", Sec_Fetch_Site="same-origin")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Origin": "null"},
        {"Host": "evil.example:8000"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": ""},
        {"Host": "["},
        {"Host": NAME},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
def test_nobody_else_may(asks, headers):
    assert not asks(**{**LOCAL, **headers})


def test_a_link_elsewhere_may_lead_to_the_site_and_not_to_the_editor():
    opened = {**LOCAL, **OPENED, "Sec-Fetch-Site": "cross-site"}

    assert may_ask(opened, 8000, editor=False)
    assert not may_ask(opened, 8000, editor=True)


@pytest.mark.parametrize("host", [NAME, "localhost:8000", "127.0.0.1:8000"])
@pytest.mark.parametrize("origin", [None, f"https://{NAME}", "http://localhost:8000", "https://localhost:8000"])
def test_the_owner_of_a_workspace_may_ask_by_the_name_that_it_gives_this_port(workspace, asks, host, origin):
    assert asks(Host=host, **({"Origin": origin, "Sec-Fetch-Site": "same-origin"} if origin else {}))


def test_a_workspace_may_open_any_page_from_its_own(workspace, asks):
    assert asks(Host=NAME, **OPENED, **{"Sec-Fetch-Site": "cross-site"})


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "fuzzy-space-waddle-7-8001.app.github.dev"},
        {"Host": "other-8000.app.github.dev"},
        {"Host": f"{NAME}.evil.example"},
        {"Host": f"{NAME}:8000"},
        {"Host": f"x-{NAME}"},
        {"Host": ""},
        {"Origin": "https://other-8000.app.github.dev"},
        {"Origin": "https://github.dev"},
        {"Origin": f"http://{NAME}"},
        {"Origin": "http://localhost:8001"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    ],
)
def test_in_a_workspace_nobody_else_may_either(workspace, asks, headers):
    assert not asks(**{"Host": NAME, **headers})


@pytest.mark.parametrize(
    ("name", "domain"), [("", "app.github.dev"), ("fuzzy", ""), ("fuzzy/..", "app.github.dev"), ("fuzzy", "a b")]
)
def test_what_names_no_workspace_adds_no_name(monkeypatch, asks, name, domain):
    monkeypatch.setenv("CODESPACE_NAME", name)
    monkeypatch.setenv("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", domain)

    assert not asks(Host=f"{name}-8000.{domain}")
    assert "http://127.0.0.1:8000" == address(8000)


def test_the_address_that_is_told_is_the_one_that_the_owner_can_open(workspace):
    assert f"https://{NAME}" == address(8000)
