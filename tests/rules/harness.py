"""Cases of rules as data: a text, or changes to the small policy of base.yaml, and what is to be found.

A case for running text is a text, or ``{text, found, fixed}``. One for a policy is a mapping of changes: a path such as
``tasks.tasks.0.assignments`` to what stands there (null takes it away, ``units.units.+`` appends); ``at`` is the path
whose line the finding must be on, ``file`` names a file that is written as it is.
"""

from __future__ import annotations

import copy
import io
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from hongtou.rules.catalogue import TEXTUAL
from hongtou.rules.check import check_policy
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.locate import Located
from hongtou.rules.rule import Rule
from hongtou.rules.script import script_of_text
from hongtou.source.load import Loaded, load

HERE = Path(__file__).parent
CASES = HERE / "cases"


def yaml(text: str) -> Any:
    return YAML(typ="safe").load(text)


@cache
def cases(rule_id: str, family: str) -> dict[str, list[Any]]:
    path = CASES / family / f"{rule_id}.yaml"
    return yaml(path.read_text(encoding="utf8")) if path.exists() else {}


@cache
def _base() -> Any:
    return yaml((HERE / "base.yaml").read_text(encoding="utf8"))


def changed(case: dict[str, Any]) -> Any:
    data = copy.deepcopy(_base())
    for path, value in case.items():
        if path not in ("at", "says", "outputs"):
            _set(data, path.split("."), value)
    return data


def _set(data: Any, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        data = data[int(step)] if isinstance(data, list) else data.setdefault(step, {})
    last = steps[-1]
    if isinstance(data, list):
        if last == "+":
            data.append(value)
        elif value is None:
            del data[int(last)]
        else:
            data[int(last)] = value
    elif value is None:
        data.pop(last, None)
    else:
        data[last] = value


def write(data: Any, root: Path) -> Path:
    folder = root / "policy" / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    places = {"notice": folder, "tasks": folder, "units": folder.parent, "rules": folder.parent}
    for name, place in places.items():
        if data.get(name) is not None:
            same = data[name] == _base().get(name)
            text = _base_text(name) if same else _written(data[name])
            (place / f"{name}.yaml").write_text(text, encoding="utf8")
    return folder


@cache
def _base_text(name: str) -> str:
    """Return a file that no change touches, as it is for most cases: writing YAML takes longer than checking it."""
    return _written(_base()[name])


def _written(data: Any) -> str:
    writer = YAML(typ="safe")
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = 100_000
    stream = io.StringIO()
    writer.dump(data, stream)
    return stream.getvalue()


def loaded(case: dict[str, Any], root: Path) -> Loaded:
    return load(write(changed(case), root))


def run_text(rule: Rule, text: str) -> list[Hit]:
    return [*rule.check(script_of_text(text))]


def fixed(text: str, hits: list[Hit]) -> str:
    script = script_of_text(text).text
    spans = [(hit.at, hit.fix) for hit in hits if isinstance(hit.at, Span) and hit.fix is not None]
    for span, fix in sorted(spans, key=lambda pair: pair[0].start, reverse=True):
        script = script[: span.start] + fix + script[span.end :]
    return script.removesuffix("\n")


def run_policy(rule: Rule, case: dict[str, Any], root: Path) -> tuple[list[Located], Loaded]:
    policy = loaded(case, root)
    return check_policy(policy, [rule]), policy


__all__ = ["TEXTUAL", "Facts", "cases", "fixed", "loaded", "run_policy", "run_text"]
