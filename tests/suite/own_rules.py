"""What no test may do, found in its source: read content/, ask the real clock, start a program with a bare environment.

What the source does not show, `every_process/first_of_all.py` stops while the tests run: nobody can open content/.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

READS = "reads content/"
ASKS = "asks the real clock"
BARE = "gives a program an environment of its own"

CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
}
OPENING = {"Path", "PurePath", "open", "copytree", "copy", "listdir", "scandir", "walk"}
PROGRAMS = {"-m", "pelican", "commands", "releasing.deploy", "preview"}


def broken_rules(source: str) -> list[str]:
    """Return the rules that the source of a test breaks, each after its line."""
    tree = ast.parse(source)
    root, told = _names_of_the_root(tree), _names_of_environments(tree)
    found = {(node.lineno, rule) for node in ast.walk(tree) for rule in _broken(node, root, told)}
    return [f"{line}: {rule}" for line, rule in sorted(found)]


def _broken(node: ast.AST, root: set[str], told: set[str]) -> Iterator[str]:
    match node:
        case ast.BinOp(left=folder, op=ast.Div(), right=ast.Constant(value=name)):
            if _begin(folder) in root and _is_content(name):
                yield READS
        case ast.JoinedStr(values=[ast.FormattedValue(value=folder), ast.Constant(value=str(name)), *_]):
            if _begin(folder) in root and _is_content(name.removeprefix("/")):
                yield READS
        case ast.List(elts=words) | ast.Tuple(elts=words) if _hears_content(words):
            yield READS
        case ast.Call(keywords=named):
            yield from _broken_by_a_call(node, {one.arg: one.value for one in named}, root, told)


def _broken_by_a_call(
    call: ast.Call, named: dict[str | None, ast.expr], root: set[str], told: set[str]
) -> Iterator[str]:
    called = _dotted(call.func)
    opens = called.split(".")[-1] in OPENING and any(map(_is_content, _texts(call.args[:1])))
    joins = called.endswith(".joinpath") and _begin(call.func) in root and any(map(_is_content, _texts(call.args)))
    makes = _begin(named.get("cwd")) in root and any(
        _texts(getattr(word, "elts", ()))[:1] == ["make"] for word in call.args
    )
    if opens or joins or makes or _hears_content(call.args):
        yield READS
    if ".".join(called.split(".")[-2:]) in CLOCKS:
        yield ASKS
    if "env" in named and not _is_environment(named["env"]) and _dotted(named["env"]) not in told:
        yield BARE


def _hears_content(words: Iterable[ast.expr]) -> bool:
    """Say whether this is a command of ours that is given the folder content/ of where it runs."""
    texts = _texts(words)
    return bool(PROGRAMS & {*texts}) and any(map(_is_content, texts))


def _is_content(text: object) -> bool:
    return isinstance(text, str) and text.removeprefix("./").split("/")[0] == "content"


def _is_environment(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and _dotted(value.func).split(".")[-1] == "environment"


def _names_of_the_root(tree: ast.Module) -> set[str]:
    """Return the names that stand for the project's folder, or for what is found from this file."""
    names = {"ROOT", "__file__"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _begin(node.value) in names:
            names.update(_dotted(target) for target in node.targets)
    return names


def _names_of_environments(tree: ast.Module) -> set[str]:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and _is_environment(node.value)]
    return {_dotted(target) for node in found for target in node.targets}


def _begin(value: ast.AST | None) -> str:
    """Return the name with which a path begins: ROOT of ROOT.parent / "tests", and of str(ROOT / "tests")."""
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr="ROOT"):
            return "ROOT"
        case ast.BinOp(left=inner) | ast.Attribute(value=inner) | ast.Subscript(value=inner):
            return _begin(inner)
        case ast.Call(func=ast.Name(), args=[inner, *_]) | ast.Call(func=ast.Attribute() as inner):
            return _begin(inner)
    return ""


def _dotted(value: ast.AST) -> str:
    """Return a name with what stands before its dots: time.time, self.folder."""
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=inner, attr=name):
            return f"{_dotted(inner)}.{name}"
    return ""


def _texts(words: Iterable[ast.expr]) -> list[str]:
    return [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
