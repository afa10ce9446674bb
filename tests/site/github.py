"""A stand-in of GitHub on loopback: what of its API the forms on the web ask, with its answers where it refuses."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from conftest import SOON
from preview.server import LOOPBACK

REPO = "small/site"
WRITER, READER = "token-that-may-write", "token-that-may-read"
Answer = tuple[int, Any]
Routes = list[tuple[str, dict[str, Callable[..., Answer]]]]


@dataclass
class GitHub:
    """One repository: its commits as whole trees, its branches, its pull requests."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    trees: dict[str, dict[str, str]] = field(default_factory=dict)
    commits: dict[str, tuple[str, list[str], str]] = field(default_factory=dict)  # tree, parents, message
    branches: dict[str, str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)
    statuses: list[dict[str, Any]] = field(default_factory=list)
    before_a_branch_is_set: Callable[[], None] = lambda: None
    broken: dict[str, Answer] = field(default_factory=dict)  # by the beginning of a method and path
    asked: list[str] = field(default_factory=list)
    lock: Any = field(default_factory=Lock)
    api: str = ""
    base: ClassVar[str] = f"/repos/{REPO}"
    called: ClassVar[tuple[str, str]] = ("github", "GitHub")

    def routes(self) -> Routes:
        """Return what answers, by the path and the method."""
        return ROUTES

    def push(self, branch: str, files: dict[str, bytes | None], start: str = "main", message: str = "pushed") -> None:
        """Let somebody commit to a branch."""
        head = self.branches.get(branch) or self.branches.get(start)
        tree = dict(self.trees[self.commits[head][0]]) if head else {}
        for path, held in files.items():
            tree.pop(path, None)
            if held is not None:
                tree[path] = self.blob(held)
        self.branches[branch] = self.commit(self.tree(tree), [head] if head else [], message)

    def at(self, branch: str) -> dict[str, bytes]:
        """Return the files of a branch."""
        return {path: self.blobs[sha] for path, sha in self.trees[self.commits[self.branches[branch]][0]].items()}

    def changed(self, branch: str) -> list[str]:
        """Return the paths that a branch has changed since it left that of the site."""
        site = {*self.history("main")}
        fork = next(commit for commit in self.history(branch) if commit in site)
        one, other = self.at(branch), self.trees[self.commits[fork][0]]
        kept = {path for path, held in one.items() if path in other and held == self.blobs[other[path]]}
        return sorted({*one, *other} - kept)

    def history(self, branch: str) -> Iterator[str]:
        """Yield the commits of a branch, the last one first."""
        at = [self.branches[branch]]
        while at:
            yield at[0]
            at = self.commits[at[0]][1]

    def blob(self, held: bytes) -> str:
        sha = sha1(b"blob %d\0" % len(held) + held).hexdigest()
        self.blobs[sha] = held
        return sha

    def tree(self, entries: dict[str, str]) -> str:
        sha = sha1(json.dumps(entries, sort_keys=True).encode()).hexdigest()
        self.trees[sha] = entries
        return sha

    def commit(self, tree: str, parents: list[str], message: str) -> str:
        sha = sha1(json.dumps([tree, parents, message, len(self.commits)]).encode()).hexdigest()
        self.commits[sha] = (tree, parents, message)
        return sha

    def answer(self, method: str, path: str, query: dict[str, list[str]], token: str, body: Any) -> Answer:
        """Return the status and the JSON, as GitHub would."""
        self.asked.append(f"{method} {path}")
        for begins, told in self.broken.items():
            if f"{method} {path}".startswith(begins):
                return told
        if token not in (WRITER, READER):
            return 401, {"message": "Bad credentials"}
        if method != "GET" and token != WRITER:
            return 403, {"message": "Resource not accessible by personal access token"}
        if path == "/user":
            return 200, {"login": "pat", "name": "Pat"}
        for pattern, there in self.routes():
            if found := re.fullmatch(f"{self.base}{pattern}", path):
                handler = there.get(method)
                return handler(self, *found.groups(), query=query, body=body) if handler else (404, NOT_FOUND)
        return 404, NOT_FOUND

    def repository(self, **_: Any) -> Answer:
        return 200, {"full_name": REPO, "permissions": {"push": True}}  # of the person, whatever the token may do

    def reference(self, branch: str, **_: Any) -> Answer:
        sha = self.branches.get(branch)
        return (200, {"object": {"sha": sha}}) if sha else (404, NOT_FOUND)

    def folder(self, commit: str, folder: str, **_: Any) -> Answer:
        entries = self.trees[self.commits[commit][0]]
        below = {path.removeprefix(f"{folder}/"): sha for path, sha in entries.items() if path.startswith(f"{folder}/")}
        listed = [{"path": path, "type": "blob", "sha": sha} for path, sha in below.items()]
        return 200, {"tree": listed, "truncated": False}

    def get_blob(self, sha: str, **_: Any) -> Answer:
        return 200, {"content": b64encode(self.blobs[sha]).decode(), "encoding": "base64"}

    def make_blob(self, body: Any, **_: Any) -> Answer:
        assert "base64" == body["encoding"]
        return 201, {"sha": self.blob(b64decode(body["content"]))}

    def make_tree(self, body: Any, **_: Any) -> Answer:
        base = self.commits[body["base_tree"]][0] if body["base_tree"] in self.commits else body["base_tree"]
        entries = dict(self.trees[base])
        for one in body["tree"]:
            entries.pop(one["path"], None)
            if one["sha"]:
                entries[one["path"]] = one["sha"]
        return 201, {"sha": self.tree(entries)}

    def make_commit(self, body: Any, **_: Any) -> Answer:
        return 201, {"sha": self.commit(body["tree"], body["parents"], body["message"])}

    def make_branch(self, body: Any, **_: Any) -> Answer:
        self.before_a_branch_is_set()
        name = body["ref"].removeprefix("refs/heads/")
        if name in self.branches:
            return 422, {"message": "Reference already exists"}
        self.branches[name] = body["sha"]
        return 201, {}

    def changing(self, path: str, head: str) -> Iterator[str]:
        """Yield the commits that changed a file, the last one first."""
        at: list[str] = [head]
        while at:
            tree, at_before, _ = self.commits[at[0]]
            before = self.trees[self.commits[at_before[0]][0]] if at_before else {}
            if before.get(path) != self.trees[tree].get(path):
                yield at[0]
            at = at_before

    def list_commits(self, query: dict[str, list[str]], **_: Any) -> Answer:
        found = self.changing(query["path"][0], query["sha"][0])
        told = [(sha, {"message": self.commits[sha][2], "committer": {"date": self.day(sha)}}) for sha in found]
        return 200, [{"sha": sha, "commit": commit} for sha, commit in told]

    def day(self, sha: str) -> str:
        """Return when a commit was made: each a minute after the one before."""
        return f"2026-11-23T12:{[*self.commits].index(sha):02}:00Z"

    def contents(self, path: str, query: dict[str, list[str]], **_: Any) -> Answer:
        blob = self.trees[self.commits[query["ref"][0]][0]].get(path)
        return (200, {"content": b64encode(self.blobs[blob]).decode()}) if blob else (404, NOT_FOUND)

    def set_branch(self, branch: str, body: Any, **_: Any) -> Answer:
        self.before_a_branch_is_set()
        assert body["force"] is False
        if self.branches[branch] not in self.commits[body["sha"]][1]:
            return 422, {"message": "Update is not a fast forward"}
        self.branches[branch] = body["sha"]
        return 200, {}

    def list_pulls(self, query: dict[str, list[str]], **_: Any) -> Answer:
        return 200, [one for one in self.pulls if one["state"] == query["state"][0]]

    def make_pull(self, body: Any, **_: Any) -> Answer:
        number = len(self.pulls) + 1
        head = {"ref": body["head"], "repo": {"full_name": REPO}}
        one = {"number": number, "html_url": f"https://github.test/{REPO}/pull/{number}", "state": "open", "head": head}
        self.pulls.append({**one, "base": {"ref": body["base"]}, "title": body["title"], "body": body["body"]})
        return 201, self.pulls[-1]

    def pull_files(self, number: str, **_: Any) -> Answer:
        return 200, [{"filename": path} for path in self.changed(self.pulls[int(number) - 1]["head"]["ref"])]

    def check_runs(self, _commit: str, **_: Any) -> Answer:
        return 200, {"check_runs": [{key: one[key] for key in one if key != "notes"} for one in self.runs]}

    def annotations(self, number: str, **_: Any) -> Answer:
        return 200, next(one["notes"] for one in self.runs if one["id"] == int(number))

    def status(self, _commit: str, **_: Any) -> Answer:
        return 200, {"statuses": self.statuses}


NOT_FOUND = {"message": "Not Found"}
ROUTES: Routes = [
    ("", {"GET": GitHub.repository}),
    (r"/git/ref/heads/(.+)", {"GET": GitHub.reference}),
    (r"/git/trees/([0-9a-f]+):(.+)", {"GET": GitHub.folder}),
    (r"/git/blobs/([0-9a-f]+)", {"GET": GitHub.get_blob}),
    (r"/git/blobs", {"POST": GitHub.make_blob}),
    (r"/git/trees", {"POST": GitHub.make_tree}),
    (r"/git/commits", {"POST": GitHub.make_commit}),
    (r"/git/refs", {"POST": GitHub.make_branch}),
    (r"/git/refs/heads/(.+)", {"PATCH": GitHub.set_branch}),
    (r"/commits", {"GET": GitHub.list_commits}),
    (r"/contents/(.+)", {"GET": GitHub.contents}),
    (r"/pulls", {"GET": GitHub.list_pulls, "POST": GitHub.make_pull}),
    (r"/pulls/(\d+)/files", {"GET": GitHub.pull_files}),
    (r"/commits/([0-9a-f]+)/check-runs", {"GET": GitHub.check_runs}),
    (r"/check-runs/(\d+)/annotations", {"GET": GitHub.annotations}),
    (r"/commits/([0-9a-f]+)/status", {"GET": GitHub.status}),
]


def of_folder(content: Path) -> dict[str, bytes]:
    """Return the files of a coalition as a repository has them, and one beside them."""
    files = {f"content/{path.relative_to(content).as_posix()}": path.read_bytes() for path in content.rglob("*.*")}
    return {**files, "README.md": b"A site.\n"}


@contextmanager
def served(github: GitHub, port: int = 0) -> Iterator[str]:
    """Answer on loopback, to pages of any origin as GitHub does; give the address."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            token = self.headers.get("Authorization", "").split(" ")[-1]
            with github.lock:
                status, told = (
                    (204, None)
                    if self.command == "OPTIONS"
                    else github.answer(
                        self.command, unquote(parts.path), parse_qs(parts.query), token, json.loads(body or b"null")
                    )
                )
            sent = told if isinstance(told, bytes) else b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
            self.send_header("Access-Control-Expose-Headers", "X-RateLimit-Remaining")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_OPTIONS = answer  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer((LOOPBACK, port), Handler) as server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}"
        finally:
            server.shutdown()
