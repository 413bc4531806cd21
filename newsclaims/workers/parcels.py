"""An extractor on its way to another process, with rules that the process could not import."""

from __future__ import annotations

import functools
import pickle
import sys
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.model import MadeBy
from newsclaims.rulebook.ruleset import RuleSet

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

RULE_SETS = ("rules", "speaker_rules", "claim_rules")


@attrs.frozen
class Parcel:
    """An extractor to be pickled by cloudpickle, as loky's processes and Spark do it.

    Rules whose functions stand in a script's main module, a notebook or another function travel by value. The rest is
    ``packed``, and read once in a process however many batches come there.
    """

    packed: bytes
    rule_sets: tuple[RuleSet[Any], ...]
    made_by: MadeBy
    """What its documents say of how they were made, there as here."""

    def extractor(self) -> Extractor:
        """The extractor, in the process the parcel came to."""
        rule_sets: dict[str, Any] = dict(zip(RULE_SETS, self.rule_sets, strict=True))
        extractor = attrs.evolve(_unpacked(self.packed), **rule_sets)
        extractor._put({"made_by": self.made_by})
        return extractor


def pack(extractor: Extractor) -> Parcel:
    """A parcel with an extractor."""
    no_rules: dict[str, Any] = dict.fromkeys(RULE_SETS, RuleSet())
    packed = pickle.dumps(attrs.evolve(extractor, **no_rules))
    return Parcel(packed, tuple(_portable(getattr(extractor, name)) for name in RULE_SETS), extractor.made_by)


@functools.lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Extractor:
    """The extractor without its rules, with its language and all that is built for it at first use."""
    extractor: Extractor = pickle.loads(packed)  # noqa: S301 - our own bytes, from the process that started this one
    return extractor


@attrs.frozen
class _Carried:
    """A rule that a worker cannot import: its function travels by value."""

    name: str
    apply: Callable[..., Any]
    anchor: Any
    doc: str


def _portable(rules: RuleSet[Any]) -> RuleSet[Any]:
    return RuleSet(_carried(each) for each in rules)


def _carried(rule: Any) -> Any:
    function = getattr(rule, "function", rule.apply)
    if isinstance(function, types.FunctionType) and not _can_be_imported(function):
        return _Carried(rule.name, function, rule.anchor, rule.doc)
    return rule


def _can_be_imported(function: types.FunctionType) -> bool:
    return function.__module__ != "__main__" and function.__module__ in sys.modules and "<locals>" not in function.__qualname__
