"""What stands on a branch already: an earlier site of ours, the host's CNAME, which stays, or files of others."""

from __future__ import annotations

from pathlib import Path

from releasing.manifest import Sums, digest, parsed
from releasing.output_folder import MARKER
from sources.problems import quoted

from .programs import trouble
from .published import MOST_NAMED
from .repository import Repository

DOMAIN = "CNAME"  # hosts write it into the branch when somebody enters a domain in their settings


def kept(repository: Repository, branch: str, folder: Path) -> str:
    """Return git's entry of the domain that only the host knows, empty without one; refuse what would be lost."""
    listed = repository.ask("ls-tree", "-r", "-z", "FETCH_HEAD").split("\0")
    there = {entry.partition("\t")[2]: entry for entry in listed if entry}
    before = parsed(_text(repository, there[MARKER])) if MARKER in there else {}
    _refuse_others(branch, there, before)
    domain = _text(repository, there[DOMAIN]) if DOMAIN in there else ""
    if not domain or digest(domain.encode()) == before.get(DOMAIN):
        return ""
    ours = folder / DOMAIN
    if ours.is_file():
        _refuse_two_domains(branch, domain.strip(), ours.read_text("utf-8", "replace").strip())
        return ""
    return f"{there[DOMAIN]}\0"


def _text(repository: Repository, entry: str) -> str:
    return repository.run("cat-file", "blob", entry.split()[2]).stdout


def _refuse_others(branch: str, there: dict[str, str], before: Sums) -> None:
    others = sorted(there.keys() - before.keys() - {MARKER, DOMAIN})
    if others and MARKER not in there:
        message = f"it holds other things (there is no {MARKER} of an earlier site in it). Choose another branch."
        raise trouble(branch, message)
    if others:
        named = ", ".join(others[:MOST_NAMED]) + (", ..." if len(others) > MOST_NAMED else "")
        message = f"somebody else put {named} there. What is to stay belongs in content/extra/; then delete it there."
        raise trouble(branch, message)


def _refuse_two_domains(branch: str, theirs: str, ours: str) -> None:
    if theirs != ours:
        message = (
            f"{DOMAIN} there says {quoted(theirs)}, content/extra/{DOMAIN} says {quoted(ours)}. Make them the same."
        )
        raise trouble(branch, message)
