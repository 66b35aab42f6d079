"""Holding the tags of a template against what its paper offers: every unknown or misused name, each at its tag."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import nodes

from hongtou.documents.vocabulary import VOCABULARY, Name
from hongtou.findings import Finding, Severity
from hongtou.i18n import _
from hongtou.render.environment import ENVIRONMENT, LIFTED
from hongtou.render.template import WordTemplate

Scope = Mapping[str, Name | None]
_LOOP = "loop"


def inspect(template: WordTemplate, paper: str) -> list[Finding]:
    """Return what is wrong with the tags of ``template`` for ``paper``, a key of VOCABULARY, in the order of the tags."""
    order = {id(tag): number for number, tag in enumerate(template.tags)}
    found: list[tuple[int, Finding]] = []
    for part, tree in template.trees():
        for node, message, hint in _Inspector(VOCABULARY[paper]).faults(tree):
            tag = template.tag_at(part, node.lineno)
            fault = template.fault(tag, message, hint) if tag else template.finding(part, 0, message, hint)
            found.append((order.get(id(tag), 0), fault))
    for number, tag in enumerate(template.tags):
        if tag.beside:
            message = _("the text beside it is lost: {text}").format(text=tag.beside[:40])
            hint = _("Put the tag into a paragraph of its own.")
            found.append((number, template.fault(tag, message, hint, Severity.WARNING)))
    return list(dict.fromkeys(finding for _number, finding in sorted(found, key=lambda pair: pair[0])))


Fault = tuple[nodes.Node, str, str]


class _Inspector:
    """Walks a Jinja tree with the names that are known at each place; None is a name of unknown shape."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._names = names

    def faults(self, tree: nodes.Template) -> Iterator[Fault]:
        """Yield every fault of ``tree``."""
        return self._body(tree.body, dict(self._names))

    def _body(self, body: Sequence[nodes.Node], scope: dict[str, Name | None]) -> Iterator[Fault]:
        for node in body:
            yield from self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Name | None]) -> Iterator[Fault]:
        if isinstance(node, nodes.For):
            yield from self._loop(node, scope)
        elif isinstance(node, nodes.If):
            yield from self._expression(node.test, scope)
            for branch in (node.body, node.elif_, node.else_):
                yield from self._body(branch, scope)
        elif isinstance(node, nodes.Assign):
            yield from self._expression(node.node, scope)
            _bind(node.target, self._shape(node.node, scope), scope)
        elif isinstance(node, nodes.Macro):
            inner = {**scope, **{argument.name: None for argument in node.args}}
            scope[node.name] = None
            yield from self._body(node.body, inner)
        elif isinstance(node, nodes.Output):
            for shown in node.nodes:
                yield from self._output(shown, scope)
        else:
            for child in node.iter_child_nodes():
                yield from self._statement(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Name | None]) -> Iterator[Fault]:
        yield from self._expression(node.iter, scope)
        shape = self._shape(node.iter, scope)
        if shape is not None and shape.shape not in ("list", "mapping"):
            yield node, _("this is no list: nothing to go through."), ""
        inner = {**scope, _LOOP: None}
        known = shape.inside if shape is not None and shape.shape == "list" else None
        _bind(node.target, Name("", "mapping", known) if known else None, inner)
        yield from self._body(node.body, inner)
        yield from self._body(node.else_, scope)

    def _output(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        shape = self._shape(node, scope)
        if shape is not None and shape.shape == "blocks":
            yield node, _("these are paragraphs: write {{p … }}, alone in a paragraph."), ""
        yield from self._expression(node, scope)

    def _expression(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        """Yield a fault for every name and attribute in ``node`` that is not there."""
        if isinstance(node, nodes.Name) and node.name not in scope and node.name not in ENVIRONMENT.globals:
            yield node, _("there is no “{name}”").format(name=node.name), _nearest(node.name, scope)
        attribute = _attribute(node)
        if attribute is not None:
            owner, name = attribute
            shape = self._shape(owner, scope)
            if shape is not None and shape.inside is not None and name not in shape.inside:
                yield node, _("there is no “{name}”").format(name=name), _nearest(name, shape.inside)
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            return
        for child in node.iter_child_nodes():
            yield from self._expression(child, scope)

    def _shape(self, node: nodes.Node, scope: Scope) -> Name | None:
        """Return what ``node`` is, as far as it can be known."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name)
        if isinstance(node, nodes.Filter) and node.name == LIFTED["p"]:
            return None
        attribute = _attribute(node)
        if attribute is not None:
            owner = self._shape(attribute[0], scope)
            return owner.inside.get(attribute[1]) if owner is not None and owner.inside else None
        return None


def _attribute(node: nodes.Node) -> tuple[nodes.Node, str] | None:
    if isinstance(node, nodes.Getattr):
        return node.node, node.attr
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        return node.node, node.arg.value
    return None


def _bind(target: nodes.Node, shape: Name | None, scope: dict[str, Any]) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = shape
    else:
        scope |= {name.name: None for name in target.find_all(nodes.Name)}


def _nearest(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return _("Did you mean “{name}”?").format(name=near[0])
    return _("names that may be used: {names}").format(names=", ".join(sorted(known)))
