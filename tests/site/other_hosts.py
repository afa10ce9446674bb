"""Stand-ins of GitLab and Gitea on loopback, as far as the forms on the web ask them."""

from __future__ import annotations

from base64 import b64decode
from typing import Any, ClassVar

from .github import NOT_FOUND, REPO, Answer, GitHub, Routes


class GitLab(GitHub):
    """A commit names for each file the commit that changed it last, and is refused if that is not so any more."""

    base: ClassVar[str] = f"/projects/{REPO}"
    called: ClassVar[tuple[str, str]] = ("gitlab", "GitLab")

    def routes(self) -> Routes:
        return [
            ("", {"GET": GitLab.project}),
            (r"/repository/branches/(.+)", {"GET": GitLab.branch}),
            (r"/repository/tree", {"GET": GitLab.listed}),
            (r"/repository/blobs/([0-9a-f]+)/raw", {"GET": GitLab.raw}),
            (r"/repository/files/(.+)/raw", {"GET": GitLab.raw_at}),
            (r"/repository/files/(.+)", {"GET": GitLab.file}),
            (r"/repository/commits", {"GET": GitLab.list_commits, "POST": GitLab.committed}),
            (r"/repository/commits/([0-9a-f]+)/statuses", {"GET": GitLab.ran}),
            (r"/jobs/(\d+)/trace", {"GET": GitLab.trace}),
            (r"/merge_requests", {"GET": GitLab.requests, "POST": GitLab.request}),
            (r"/merge_requests/(\d+)/diffs", {"GET": GitLab.diffs}),
        ]

    def project(self, **_: Any) -> Answer:
        return 200, {"permissions": {"project_access": {"access_level": 30}, "group_access": None}}

    def branch(self, name: str, **_: Any) -> Answer:
        sha = self.branches.get(name)
        return (200, {"commit": {"id": sha}}) if sha else (404, NOT_FOUND)

    def listed(self, query: dict[str, list[str]], **_: Any) -> Answer:
        entries = self.trees[self.commits[query["ref"][0]][0]]
        below = [(path, sha) for path, sha in entries.items() if path.startswith(f"{query['path'][0]}/")]
        return 200, [{"path": path, "id": sha, "type": "blob"} for path, sha in below]

    def raw(self, sha: str, **_: Any) -> Answer:
        return 200, self.blobs[sha]

    def last(self, path: str, sha: str) -> str:
        """Return the commit that changed a file last."""
        return next(self.changing(path, sha))

    def list_commits(self, query: dict[str, list[str]], **_: Any) -> Answer:
        found = self.changing(query["path"][0], query["ref_name"][0])
        return 200, [{"id": one, "title": self.commits[one][2], "committed_date": self.day(one)} for one in found]

    def raw_at(self, path: str, query: dict[str, list[str]], **_: Any) -> Answer:
        blob = self.trees[self.commits[query["ref"][0]][0]].get(path)
        return (200, self.blobs[blob]) if blob else (404, NOT_FOUND)

    def file(self, path: str, query: dict[str, list[str]], **_: Any) -> Answer:
        return 200, {"last_commit_id": self.last(path, query["ref"][0])}

    def committed(self, body: Any, **_: Any) -> Answer:
        self.before_a_branch_is_set()
        head = self.branches.get(body["branch"])
        if head and "start_sha" in body:
            return 400, {"message": f"A branch called '{body['branch']}' already exists."}
        start = head or body["start_sha"]
        for one in body["actions"]:
            if one["action"] != "create" and one["last_commit_id"] != self.last(one["file_path"], start):
                return 400, {"message": "You are attempting to update a file that has changed since you started."}
        self.branches[body["branch"]] = start
        files = {one["file_path"]: b64decode(one["content"]) if "content" in one else None for one in body["actions"]}
        self.push(body["branch"], files, message=body["commit_message"])
        return 201, {}

    def requests(self, **_: Any) -> Answer:
        names = ("iid", "web_url", "source_branch", "source_project_id", "target_project_id")
        return 200, [{name: one[name] for name in names} for one in self.pulls if one["state"] == "open"]

    def request(self, body: Any, **_: Any) -> Answer:
        number = len(self.pulls) + 1
        own = {
            "iid": number,
            "web_url": f"https://gitlab.test/{number}",
            "source_project_id": 1,
            "target_project_id": 1,
        }
        self.pulls.append({**own, **body, "state": "open", "head": {"ref": body["source_branch"]}})
        return 201, self.pulls[-1]

    def ran(self, _commit: str, **_: Any) -> Answer:
        return 200, [{key: one[key] for key in one if key != "wrote"} for one in self.runs]

    def trace(self, number: str, **_: Any) -> Answer:
        wrote = next((one["wrote"] for one in self.runs if one["id"] == int(number)), None)
        return (200, wrote) if wrote else (404, NOT_FOUND)

    def diffs(self, number: str, **_: Any) -> Answer:
        changed = self.changed(self.pulls[int(number) - 1]["source_branch"])
        return 200, [{"new_path": path, "old_path": path} for path in changed]


class Gitea(GitHub):
    """A commit names for each file the text that it replaces, and is refused if that is not there any more."""

    called: ClassVar[tuple[str, str]] = ("gitea", "Gitea")

    def routes(self) -> Routes:
        return [
            ("", {"GET": Gitea.repository}),
            (r"/branches/(.+)", {"GET": Gitea.branch}),
            (r"/git/trees/([0-9a-f]+)", {"GET": Gitea.listed}),
            (r"/git/blobs/([0-9a-f]+)", {"GET": Gitea.get_blob}),
            (r"/commits", {"GET": Gitea.list_commits}),
            (r"/contents", {"POST": Gitea.committed}),
            (r"/contents/(.+)", {"GET": Gitea.contents}),
            (r"/pulls", {"GET": Gitea.list_pulls, "POST": Gitea.make_pull}),
            (r"/pulls/(\d+)/files", {"GET": Gitea.pull_files}),
            (r"/commits/([0-9a-f]+)/status", {"GET": Gitea.status}),
        ]

    def branch(self, name: str, **_: Any) -> Answer:
        sha = self.branches.get(name)
        return (200, {"commit": {"id": sha}}) if sha else (404, NOT_FOUND)

    def listed(self, commit: str, **_: Any) -> Answer:
        entries = self.trees[self.commits[commit][0]]
        return 200, {"tree": [{"path": path, "type": "blob", "sha": sha} for path, sha in entries.items()]}

    def committed(self, body: Any, **_: Any) -> Answer:
        self.before_a_branch_is_set()
        branch = body.get("new_branch") or body["branch"]
        if "new_branch" in body and branch in self.branches:
            return 409, {"message": "branch already exists"}
        entries = self.trees[self.commits[self.branches[body["branch"]]][0]]
        for one in body["files"]:
            if one.get("sha") != entries.get(one["path"]):
                return 422, {"message": "sha does not match"}
        files = {one["path"]: b64decode(one["content"]) if "content" in one else None for one in body["files"]}
        self.push(branch, files, start=body["branch"], message=body["message"])
        return 201, {}

    def list_pulls(self, query: dict[str, list[str]], **_: Any) -> Answer:
        _, found = super().list_pulls(query=query)
        return 200, [one | {name: {**one[name], "repo_id": 1} for name in ("head", "base")} for one in found]
