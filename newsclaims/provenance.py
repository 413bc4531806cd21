"""What a document says of how it was made, for whoever wants to read the same again or to tell two readings apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from newsclaims.confidence.weights import Weights
from newsclaims.language import Language
from newsclaims.model import Alias
from newsclaims.model.made_by import SHIPPED, MadeBy
from newsclaims.rulebook.rule import FunctionRule, Named
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.version import __version__

DIGITS = 16
NAMED = 8
"""So many rules that were added or left out are named."""


def made_by(extractor: Any) -> MadeBy:
    """What an extractor says of itself: each of its settings is held against that of one to which nothing is said."""
    shipped = type(extractor)()
    fields = [field.name for field in attrs.fields(type(extractor)) if field.init]
    given = {name: (getattr(extractor, name), getattr(shipped, name)) for name in fields}
    changed = {name: _plain(value) for name, (value, default) in given.items() if value is not default and value != default}
    return MadeBy(__version__, extractor.language.name, _difference(*given["rules"]), _fingerprint(changed))


def _fingerprint(changed: Mapping[str, Any]) -> str:
    if not changed:
        return SHIPPED
    told = json.dumps(changed, sort_keys=True, ensure_ascii=True).encode()
    return hashlib.sha256(told).hexdigest()[:DIGITS]


def _difference(rules: RuleSet[Any], shipped: RuleSet[Any]) -> str:
    """How a set differs from the shipped one, in words."""
    if rules == shipped:
        return SHIPPED
    gone = [name for name in shipped.names if name not in rules]
    new = [each.name for each in rules if each.name not in shipped or shipped[each.name] != each]
    told = [f"{word} {_names(names)}" for word, names in (("without", gone), ("with", new)) if names]
    return f"{SHIPPED} {', '.join(told) or 'in another order'}"


def _names(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= NAMED else f"{len(names)} rules"


def _rule(rule: Named) -> list[Any]:
    """A rule by what can be told of it in any process."""
    if isinstance(rule, FunctionRule):
        return [rule.name, rule.function.__module__, rule.function.__qualname__]
    kind: Any = type(rule)
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    told = {field.name: getattr(rule, field.name) for field in fields if field.init}
    return [kind.__qualname__, {name: value for name, value in {"name": rule.name, **told}.items() if isinstance(value, str | bool)}]


def _plain(value: Any) -> Any:
    """A setting as JSON can hold it."""
    if isinstance(value, Language):
        return {**{name: sorted(words) for name, words in value.lists.items()}, **value.tables}
    if isinstance(value, RuleSet):
        return list(map(_rule, value))
    if isinstance(value, Weights):
        return {name: [row.value, row.right, row.found] for name, row in value.of.items()}
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [value.name, value.id] if isinstance(value, Alias) else value
