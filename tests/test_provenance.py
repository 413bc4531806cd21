"""What a document says of how it was made: the same for the same reading, and another for any other."""

from __future__ import annotations

import json
import pickle

import pytest

from newsclaims import (
    DEFAULT_RULES,
    Alias,
    Document,
    Extractor,
    LineRule,
    MadeBy,
    PatternRule,
    __version__,
    extract,
    load_language,
    rule,
)
from newsclaims.claims import CLAIM_RULES
from newsclaims.confidence.weights import Weight, Weights
from newsclaims.speakers import SPEAKER_RULES
from newsclaims.workers.parcels import pack

TEXT = "“It rained,” said Orla Vane."
LETTERHEAD = PatternRule("letterhead", "From the desk of {source} , {role} {quote}")


@rule("nobody")
def nobody(layers: object, quotation: object) -> None:
    """Attributes nothing."""


OTHERS = {
    "words": Extractor(language=load_language("en").extend(titles=["Taoiseach"])),
    "other words": Extractor(language=load_language("en").extend(titles=["Seanadoir"])),
    "a rule less": Extractor(rules=DEFAULT_RULES.without("carry-over")),
    "a template more": Extractor(rules=DEFAULT_RULES.before("carry-over", LETTERHEAD)),
    "another template": Extractor(rules=DEFAULT_RULES.before("carry-over", LineRule("letterhead", "{source}: {content}"))),
    "a line that ends": Extractor(rules=DEFAULT_RULES.before("carry-over", LineRule("letterhead", "{source}: {content}", goes_on=False))),
    "a function more": Extractor(rules=DEFAULT_RULES.before("carry-over", nobody)),
    "another place": Extractor(rules=DEFAULT_RULES.after("carry-over", nobody)),
    "an alias": Extractor(aliases={"the Iron Mayor": "Orla Vane"}),
    "an alias with an id": Extractor(aliases={"the Iron Mayor": Alias("Orla Vane", id="Q42")}),
    "least confidence": Extractor(min_confidence=0.5),
    "weights": Extractor(weights=Weights({"*": Weight(1.0)})),
    "fewer speaker rules": Extractor(speaker_rules=SPEAKER_RULES.without(SPEAKER_RULES.names[0])),
    "fewer claim rules": Extractor(claim_rules=CLAIM_RULES.without(CLAIM_RULES.names[0])),
}


def test_what_is_as_shipped_is_told_by_its_release() -> None:
    made_by = extract(TEXT).made_by
    assert made_by == Extractor().made_by == MadeBy(__version__, "en", "default", "default")
    assert str(made_by) == f"newsclaims {__version__} en"


def test_every_setting_has_a_fingerprint_of_its_own() -> None:
    told = {name: extractor.made_by.configuration for name, extractor in OTHERS.items()}
    assert len(set(told.values()) - {"default"}) == len(OTHERS), told


@pytest.mark.parametrize("name", OTHERS)
def test_the_fingerprint_is_the_same_in_another_process(name: str) -> None:
    extractor = OTHERS[name]
    assert pickle.loads(pickle.dumps(extractor)).made_by == extractor.made_by  # noqa: S301 - our own bytes
    assert pack(extractor).extractor().extract(TEXT).made_by == extractor.made_by


def test_one_who_sets_what_is_shipped_has_changed_nothing() -> None:
    same = Extractor("en", DEFAULT_RULES, {}, SPEAKER_RULES, CLAIM_RULES, 0.0)
    assert same.made_by == Extractor().made_by


@pytest.mark.parametrize(
    "extractor, rules",
    [
        (OTHERS["a rule less"], "default without carry-over"),
        (OTHERS["a template more"], "default with letterhead"),
        (Extractor(rules=DEFAULT_RULES.replace("carry-over", LETTERHEAD)), "default without carry-over, with letterhead"),
        (Extractor(rules=DEFAULT_RULES.only("carry-over")), f"default without {len(DEFAULT_RULES) - 1} rules"),
        (
            Extractor(rules=DEFAULT_RULES.without("carry-over").before("quote-cue-source", DEFAULT_RULES["carry-over"])),
            "default in another order",
        ),
    ],
)
def test_how_the_rules_differ_is_said_in_words(extractor: Extractor, rules: str) -> None:
    assert extractor.made_by.rules == rules


def test_it_goes_with_the_document() -> None:
    document = OTHERS["an alias"].extract(TEXT)
    assert document.made_by is not None
    assert Document.from_json(document.to_json()).made_by == document.made_by
    assert {row["made_by"] for what in ("quotes", "speakers") for row in document.to_records(what)} == {str(document.made_by)}
    assert document.made_by.configuration in str(document.made_by)


def test_documents_written_before_it_can_be_read() -> None:
    data = extract(TEXT).to_dict()
    del data["made_by"]
    document = Document.from_json(json.dumps(data))
    assert document.made_by is None
    assert document.to_records()[0]["made_by"] is None
