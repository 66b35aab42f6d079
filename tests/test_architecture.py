"""Data takes one way: who may import whom, as docs/architecture.md says; and the house stays small."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "hongtou"
BASE = {"errors", "findings", "i18n"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": {"findings", "i18n"},
    "findings": {"i18n"},
    "i18n": set(),
    "memory": set(),
    "model": BASE,
    "numerals": set(),
    "rest_days": set(),
    "units": {"model", *BASE},
    "outline": {"model", "numerals"},
    "duties": {"model", "numerals", "outline"},
    "source": {"memory", "model", "units", "numerals", *BASE},
    "deflated": set(),
    "package": {"deflated", *BASE},
    "sheet": {"model", "package", *BASE},
    "documents": {"model", "units", "numerals", "outline", "duties", "sheet", "diff", *BASE},
    "render": {"deflated", "documents", "sheet", "package", *BASE},
    "measure": {"sheet", "render", "package", "numerals", *BASE},
    "workspace": BASE,
    "build": {"render", *BASE},
    "initialise": {"build", "source", "workspace", *BASE},
    "papers": {"build", "documents", "duties", "model", "render", "sheet", "workspace", *BASE},
    "calendar": {"documents", "duties", "model", "numerals", "outline", "render", "rest_days", *BASE},
    "notice": {"build", "model", "papers", "render", "source", "workspace", *BASE},
    "dispatch": {"build", "model", "papers", "render", *BASE},
    "status": {"documents", "papers", "render", *BASE},
    "diff": {"model", "numerals", "outline", "duties", *BASE},
    "versions": {"memory", "package", "source", "workspace", *BASE},
    "revisions": {"diff", "documents", "duties", "papers", *BASE},
    "redline": {"diff", "documents", "papers", "package", "render", "workspace", "model", "sheet", *BASE},
    "formats": {"findings"},
    "rules": {
        *("memory", "model", "units", "numerals", "outline", "duties", "rest_days", "source"),
        *("build", "dispatch", "papers", "render", "status"),
        *BASE,
    },
    "tracking": {
        *("documents", "duties", "importer", "model", "numerals", "package", "render", "source"),
        *BASE,
    },
    "own_paper": {"importer", "memory", "model", "package", "papers", "render", "workspace", *BASE},
    "collecting": {"build", "model", "papers", "render", "source", "tracking", "workspace", *BASE},
    "meeting": {"build", "documents", "papers", "tracking", *BASE},
    "followup": {
        *("build", "documents", "duties", "model", "numerals", "papers", "render", "sheet", "tracking"),
        *BASE,
    },
    "chart": {
        *("documents", "duties", "model", "papers", "render", "tracking", "workspace"),
        *BASE,
    },
    "importer": {
        *("build", "memory", "model", "numerals", "outline", "package", "rules", "source", "units"),
        *BASE,
    },
    "commands": {
        *("rules", "formats", "memory", "model", "importer"),
        *(
            "notice",
            "calendar",
            "initialise",
            "dispatch",
            "papers",
            "status",
            "build",
            "measure",
            "source",
            "workspace",
            "versions",
            "diff",
            "revisions",
            "redline",
        ),
        *(
            "chart",
            "documents",
            "followup",
            "redline",
            "render",
            "tracking",
            "collecting",
            "own_paper",
            "meeting",
        ),
        *BASE,
    },
}
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf8"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hongtou."):
            found.add((node.module or "").split(".")[1])
    return found


def test_imports_go_one_way() -> None:
    files = [path for path in FILES if path.parent != PACKAGE or path.name != "__init__.py"]
    wrong = {path: imports(path) - MAY_IMPORT[room(path)] - {room(path)} for path in files}
    assert {str(path): found for path, found in wrong.items() if found} == {}


def test_files_and_functions_stay_small() -> None:
    assert [str(path) for path in FILES if path.read_bytes().count(b"\n") > 450] == []
    large = [
        f"{path}: {node.name}"
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 60
    ]
    assert large == []


def test_nothing_below_the_command_line_prints_exits_or_reads_the_clock() -> None:
    for path in FILES:
        if room(path) == "commands" or path.name == "__main__.py":
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {
                    "print",
                    "exit",
                    "sys.exit",
                    "datetime.now",
                    "date.today",
                    "datetime.date.today",
                    "time.time",
                }, path
