"""An ordered, immutable set of rules; the order is the priority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from newsclaims.errors import DuplicateRuleError, RuleError, UnknownRuleError
from newsclaims.rulebook.rule import Named, named
from newsclaims.shown import short

R_co = TypeVar("R_co", bound=Named, covariant=True)
More = TypeVar("More", bound=Named)
PACKAGE = __name__.partition(".")[0]


class RuleSet(Generic[R_co]):
    """Rules of one stage in order of priority. Every method returns a new set; nothing is changed in place.

    >>> from newsclaims import DEFAULT_RULES
    >>> "carry-over" in DEFAULT_RULES.without("carry-over").names
    False

    ``home`` is for sets that a module offers, and says where: the module's name, and the set's in it. They are pickled by it.
    ``is_shipped`` tells of a set that this package offers itself.
    """

    __slots__ = ("_home", "_rules", "is_shipped")

    def __init__(self, rules: Iterable[R_co] = (), *, home: tuple[str, str] | None = None) -> None:
        self._rules = tuple(rules)
        self._home = home
        self.is_shipped = home is not None and home[0].partition(".")[0] == PACKAGE
        for each in self._rules:
            if not callable(getattr(each, "apply", None)) or not isinstance(getattr(each, "name", None), str):
                raise RuleError(f"not a rule: {each!r}; build one with @rule(name) or PatternRule(name, template)")
        seen: set[str] = set()
        for name in self.names:
            if name in seen:
                raise DuplicateRuleError(name, tuple(dict.fromkeys(self.names)))
            seen.add(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the rules, in order."""
        return tuple(each.name for each in self._rules)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __getitem__(self, name: str) -> R_co:
        return self._rules[self._index(name)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleSet) and self._rules == other._rules

    def __hash__(self) -> int:
        return hash(self._rules)

    def __reduce__(self) -> tuple[Any, ...]:
        # A shipped set goes by where it stands: small, and itself again when read by the same version.
        return (RuleSet, (self._rules,)) if self._home is None else (named, self._home)

    def __repr__(self) -> str:
        return f"RuleSet({len(self)} rules: {short(', '.join(self.names), 150)})"

    def before(self, name: str, *rules: More) -> RuleSet[R_co | More]:
        """The set with ``rules`` put before the rule of that name.

        Raises:
            UnknownRuleError: no rule has that name; the message lists those there are.
            DuplicateRuleError: one of the new names is taken.
        """
        at = self._index(name)
        return RuleSet((*self._rules[:at], *rules, *self._rules[at:]))

    def after(self, name: str, *rules: More) -> RuleSet[R_co | More]:
        """The set with ``rules`` put after the rule of that name; errors as in :meth:`before`."""
        at = self._index(name) + 1
        return RuleSet((*self._rules[:at], *rules, *self._rules[at:]))

    def replace(self, name: str, *rules: More) -> RuleSet[R_co | More]:
        """The set with ``rules`` in the place of the rule of that name; errors as in :meth:`before`."""
        at = self._index(name)
        return RuleSet((*self._rules[:at], *rules, *self._rules[at + 1 :]))

    def without(self, *names: str) -> RuleSet[R_co]:
        """The set without the rules of those names.

        Raises:
            UnknownRuleError: no rule has one of the names.
        """
        drop = {self._index(name) for name in names}
        return RuleSet(each for at, each in enumerate(self._rules) if at not in drop)

    def only(self, *names: str) -> RuleSet[R_co]:
        """The set of just those rules, in the set's own order.

        Raises:
            UnknownRuleError: no rule has one of the names.
        """
        keep = {self._index(name) for name in names}
        return RuleSet(each for at, each in enumerate(self._rules) if at in keep)

    def _index(self, name: str) -> int:
        try:
            return self.names.index(name)
        except ValueError:
            raise UnknownRuleError(name, self.names) from None
