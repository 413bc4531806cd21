from __future__ import annotations

import pickle
from typing import Any

from newsclaims import DEFAULT_RULES, Extractor, PatternRule, RuleSet, load_language, rule
from newsclaims.workers.parcels import pack

TEXT = "“It rained,” burbled Orla Vane."
BURBLING = Extractor(load_language("en").extend(cues={"burble": "say"}))


@rule("of-a-module")
def of_a_module(layers: Any, quotation: Any) -> None:
    """Attributes nothing."""


def test_the_extractor_comes_out_as_it_went_in() -> None:
    pattern = PatternRule("label", "{source} : {quote}")
    extractor = Extractor(rules=DEFAULT_RULES.before("carry-over", of_a_module, pattern), aliases={"Vane": "Orla Vane"})
    assert pack(extractor).extractor() == extractor
    assert pack(BURBLING).extractor().extract(TEXT) == BURBLING.extract(TEXT)


def test_what_is_costly_is_read_once_for_all_batches() -> None:
    first, second = (pickle.loads(pickle.dumps(pack(BURBLING))).extractor() for _ in range(2))  # noqa: S301 - our own bytes
    assert first.language is second.language is not BURBLING.language


def test_a_function_that_cannot_be_imported_is_carried_with_its_name() -> None:
    @rule("of-a-function")
    def of_a_function(layers: Any, quotation: Any) -> str:
        """Refuses all."""
        return "no"

    [carried] = pack(Extractor(rules=RuleSet([of_a_function]))).extractor().rules
    assert (carried.name, carried.anchor, carried.doc) == ("of-a-function", "quotation", "Refuses all.")
    assert carried.apply is of_a_function.function
