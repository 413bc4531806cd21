"""The default rules for speech alone: what they find that is a belief, a plan or an act is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.rules.asking import has_quoted
from newsclaims.rules.base import Anchor, Attribution, Outcome, Rule
from newsclaims.speech import is_speech

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings

NO_SPEECH = "a belief, a plan or an act, and no words in quotation marks"


@attrs.frozen
class SpeechRule:
    """A default rule that answers only for speech; pickled by the name of the rule."""

    rule: Rule

    @property
    def name(self) -> str:
        """The rule's own name."""
        return self.rule.name

    @property
    def doc(self) -> str:
        """What the rule matches."""
        return self.rule.doc

    @property
    def anchor(self) -> Anchor:
        """What it starts from."""
        return self.rule.anchor

    def apply(self, layers: Findings, anchor: Any) -> Outcome:
        """The attribution, where it is one of speech; or why there is none."""
        found = self.rule.apply(layers, anchor)
        if not isinstance(found, Attribution):
            return found
        category = None if found.cue is None else found.cue.category
        return found if is_speech(category, self.name, quoted=has_quoted(layers, found)) else NO_SPEECH

    def __reduce__(self) -> tuple[Any, ...]:
        return _of_name, (self.name,)


def _of_name(name: str) -> SpeechRule:
    from newsclaims.rules import DEFAULT_RULES

    return SpeechRule(DEFAULT_RULES[name])
