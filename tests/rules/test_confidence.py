from __future__ import annotations

import pytest

from newsclaims import DEFAULT_RULES, Extractor, PatternRule, QuoteKind, RuleError, RuleSet, extract
from newsclaims.rules.confidence import ANY_RULE, FILE, HEADER, confidence_of, read_entries, write_entries

ENTRIES = read_entries(FILE.read_text(encoding="utf-8"))


def test_a_rule_was_measured_on_every_kind_or_not_at_all() -> None:
    for name in {entry.rule for entry in ENTRIES}:
        assert {entry.kind for entry in ENTRIES if entry.rule == name} == {kind.value for kind in QuoteKind}


def test_the_file_holds_no_rule_that_is_gone() -> None:
    assert {entry.rule for entry in ENTRIES} <= {ANY_RULE, *DEFAULT_RULES.names}


def test_the_file_is_as_the_command_writes_it() -> None:
    assert FILE.read_text(encoding="utf-8") == write_entries(ENTRIES)
    assert "newsclaims evaluate GOLD_DIR --calibrate" in HEADER
    assert "not to be edited" in HEADER


def test_confidence_comes_from_the_file_for_a_kind_and_its_name() -> None:
    for entry in ENTRIES:
        assert 0 < entry.confidence < 1
        assert confidence_of(entry.rule, entry.kind) == confidence_of(entry.rule, QuoteKind(entry.kind)) == entry.confidence


def test_an_unmeasured_rule_has_none() -> None:
    assert confidence_of("my-own", "mixed") is None
    (quote,) = Extractor(rules=RuleSet([PatternRule("my-own", "{source} : {quote}")])).extract("Vane: “It rained.”").quotes
    assert (quote.rule, quote.confidence) == ("my-own", None)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="shouted"):
        confidence_of("my-own", "shouted")


def test_quotes_have_the_confidence_of_their_rule() -> None:
    quotes = extract("“The port is shut,” Orla Vane said. Ada Holt said it would snow.").quotes
    assert len(quotes) == 2
    for quote in quotes:
        assert quote.rule is not None
        assert quote.confidence == confidence_of(quote.rule, quote.kind)


@pytest.mark.parametrize(
    "line",
    [
        "a\tdirect\t0.5\t1",
        "a\tshouted\t0.5\t1\t2",
        "a\tdirect\thigh\t1\t2",
        "a direct 0.5 1 2",
        *(f"a\tdirect\t{share}\t1\t2" for share in ("nan", "inf", "7", "-1")),
        "a\tdirect\t0.5\t3\t2",
    ],
)
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(RuleError, match=r"^ours\.tsv, line 2: "):
        read_entries(f"# comment\n{line}\n", "ours.tsv")
