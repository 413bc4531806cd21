"""What an extractor is made of, checked where it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from newsclaims.confidence.weights import Weights
from newsclaims.errors import LanguageError
from newsclaims.language import Language, load_language
from newsclaims.model import Alias
from newsclaims.rulebook.ruleset import RuleSet


def language_of(value: Language | str) -> Language:
    """A language that lacks nothing, or the one of that name.

    Raises:
        LanguageError: there is none, or it lacks lists.
        TypeError: it is neither.
    """
    language = load_language(value) if isinstance(value, str) else value
    if isinstance(language, Language):
        language.check_complete()
        return language
    raise TypeError(f"language must be a Language or its name, not {type(value).__name__}")


def is_rule_set(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """An attrs validator.

    Raises:
        TypeError: it is no rule set.
    """
    if not isinstance(value, RuleSet):
        name = type(value).__name__
        raise TypeError(f"{attribute.name} must be a RuleSet, not {name}; make one with RuleSet([...]) or from DEFAULT_RULES")


def is_weights(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """An attrs validator.

    Raises:
        TypeError: these are no weights.
    """
    if not isinstance(value, Weights):
        raise TypeError(f"weights must be Weights, as read_weights gives them, not {type(value).__name__}")


def aliases_of(value: Mapping[str, str | Alias]) -> dict[str, str | Alias]:
    """Names, each with the one to go by.

    Raises:
        TypeError: they are no mapping of names.
    """
    if isinstance(value, Mapping) and all(isinstance(name, str) and isinstance(to, str | Alias) for name, to in value.items()):
        return dict(value)
    raise TypeError(f"aliases must map names to names (or Alias), as in {{'the Iron Mayor': 'Orla Vane'}}, not {value!r:.80}")


def share_of(value: float) -> float:
    """A number from 0 to 1.

    Raises:
        ValueError: it is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError(f"min_confidence must be a number from 0 to 1, not {value!r:.80}")


def name_or_self(language: Language) -> Language | str:
    """The name of a shipped language, which is all that a pickle needs; of another the language itself."""
    try:
        return language.name if load_language(language.name) is language else language
    except LanguageError:
        return language
