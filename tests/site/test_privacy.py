"""A visit is one request to one host, and leaves nothing in the browser."""

import pytest

from sites import CATE, CATE_BELOW_A_PATH, HARBOR, every_page

from .fonts import COMMON

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("location", every_page(CATE, HARBOR, CATE_BELOW_A_PATH))
def test_a_page_is_one_request_says_nothing_to_the_console_and_keeps_nothing(a_browser, request, location):
    windows, address = (request.getfixturevalue(name) for name in ("windows", "address"))
    context = windows(True, COMMON, 100).context
    page = context.new_page()
    requests, messages = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    try:
        page.goto(address(location.site) + location.url)
        kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    finally:
        page.close()

    assert [address(location.site) + location.url] == requests
    assert [] == messages
    assert [0, 0, ""] == kept
    assert [] == context.cookies()
