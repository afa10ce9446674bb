"""The host of the repository, as the forms on the web ask it: made of `repository` in `data/site.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from subjects.site.records import Repository

NAMES = {"github": "GitHub", "gitlab": "GitLab", "gitea": "Gitea"}
TOKENS = {
    "github": "/settings/personal-access-tokens/new",
    "gitlab": "/-/user_settings/personal_access_tokens",
    "gitea": "/user/settings/applications",
}
HISTORIES = {"github": "commits", "gitlab": "-/commits", "gitea": "commits/branch"}
RIGHTS = {
    "github": "Contents: read and write, Pull requests: read and write, Checks: read, Commit statuses: read",
    "gitlab": "api",
    "gitea": "repository: read and write, user: read",
}
PATIENCE = 10_000  # milliseconds between two looks at what the checks say


@dataclass(frozen=True, slots=True)
class Host:
    """One repository: the service, the address of its API, the path of the repository there, the branch of the site."""

    style: str
    name: str
    api: str
    repo: str
    branch: str
    address: str

    @property
    def origin(self) -> str:
        """Return what the policy of the page lets it ask."""
        parts = urlsplit(self.api)
        return f"{parts.scheme}://{parts.netloc}"

    def settings(self, content: str) -> dict[str, Any]:
        """Return what the page knows of it; `content` is the folder of the site in the repository."""
        return {
            "style": self.style,
            "name": self.name,
            "api": self.api,
            "repo": self.repo,
            "branch": self.branch,
            "content": content,
            "address": self.address,
            "token_page": f"{self.address}{TOKENS[self.style]}",
            "history": f"{self.address}/{self.repo}/{HISTORIES[self.style]}/{self.branch}/{content}",
            "rights": RIGHTS[self.style],
            "patience": PATIENCE,
        }


def host_of(repository: Repository) -> Host:
    """Return the host of a repository."""
    url = urlsplit(str(repository.url).rstrip("/").removesuffix(".git"))
    host = url.hostname or ""
    address = f"{url.scheme}://{url.netloc}"
    own = {"github": f"{address}/api/v3", "gitlab": f"{address}/api/v4", "gitea": f"{address}/api/v1"}[repository.style]
    api = "https://api.github.com" if host == "github.com" else own
    name = NAMES[repository.style] if host.startswith(repository.style) else host
    return Host(repository.style, name, api, url.path.strip("/"), repository.branch, address)
