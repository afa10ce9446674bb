"""The plugins as modules and what each imports, read from their source; nothing of them is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """One module: its dotted name, its file, and every name that it imports, also within functions."""

    name: str
    path: Path
    tree: ast.Module
    imports: frozenset[str]

    @property
    def room(self) -> str:
        return self.name.split(".")[0]

    @property
    def subject(self) -> str:
        """Return the subject in whose folder it stands; empty for all others."""
        parts = self.name.split(".")
        return parts[1] if parts[0] == "subjects" and self.path.parent.name != "subjects" else ""


def modules(plugins: Path) -> dict[str, Module]:
    """Return all modules below a folder by their names; what is imported from a package is its module, if it is one."""
    paths = {_name(path.relative_to(plugins)): path for path in sorted(plugins.rglob("*.py"))}
    return {name: _module(name, path, paths) for name, path in paths.items()}


def _name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _module(name: str, path: Path, known: Mapping[str, Path]) -> Module:
    tree = ast.parse(path.read_text("utf-8"))
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return Module(name, path, tree, frozenset(_imports(tree, package, known)))


def _imports(tree: ast.Module, package: str, known: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            begin = ".".join([*above, *([node.module] if node.module else [])])
            yield from (one if (one := f"{begin}.{alias.name}") in known else begin for alias in node.names)


def circles(imports: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the modules that import themselves by way of others."""
    return [name for name in imports if name in _reached(name, imports)]


def _reached(name: str, imports: Mapping[str, frozenset[str]]) -> set[str]:
    """Return every module to which the imports of one lead."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        new = imports.get(waiting.pop(), frozenset()) - reached
        reached |= new
        waiting += new
    return reached


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(module: Module) -> Iterator[tuple[str, int]]:
    """Yield the name of each function with its number of lines."""
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1
