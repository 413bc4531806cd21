"""Fitting the weights of claims on labelled texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsclaims.claims.worthiness import FILE, read_weights
from newsclaims.cli import main
from newsclaims.errors import GoldError
from newsclaims.evaluation.claim_fit import fit_claims
from newsclaims.evaluation.claim_gold import GoldText, read_claim_gold
from newsclaims.evaluation.gold import GoldClaim
from newsclaims.spans import Span

PLACES = ("mill", "dam", "port", "mine", "fund", "ferry", "bank", "school", "tower", "farm")


def article(place: str) -> GoldText:
    """An article with one claim worth checking and one sentence of taste."""
    claim = f"The {place} lost 300 jobs in May"
    return GoldText(f"{claim}. It was a wonderful {place} of beautiful hope.", (GoldClaim(Span(0, len(claim), claim), 2),))


ARTICLES = [article(place) for place in PLACES]
SENTENCES = [GoldText(f"The {place} lost 12 percent of its value.", None, True) for place in PLACES] + [
    GoldText(f"I hope that you love the {place}.", None, False) for place in PLACES
]


def test_what_tells_claims_apart_is_learnt() -> None:
    fit = fit_claims(ARTICLES + SENTENCES)
    assert sum(fit.weights.of["a quantity"]) > 0 > sum(fit.weights.of["opinion"])
    assert fit.articles["F1 of claims"] > 0.9
    assert fit.articles["average precision"] > 0.9
    assert fit.sentences["F1 of those worth checking"] > 0.9


def test_articles_alone_will_do_and_sentences_alone_will_not() -> None:
    fit = fit_claims(ARTICLES)
    assert fit.sentences == {}
    with pytest.raises(ValueError, match="no article with claims"):
        fit_claims(SENTENCES)


def write(path: Path, *rows: Any) -> str:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(path)


def test_both_kinds_of_text_are_read(tmp_path: Path) -> None:
    claim = {"start": 0, "end": 10, "worth": 1}
    path = write(tmp_path / "gold.jsonl", {"text": "It rained.", "label": 0}, "", {"text": "Rain fell. So it did.", "claims": [claim]})
    assert read_claim_gold(path) == (
        GoldText("It rained.", None, False),
        GoldText("Rain fell. So it did.", (GoldClaim(Span(0, 10, "Rain fell."), 1),)),
    )


WRONG: dict[str, Any] = {
    "no JSON": "{",
    "no object": [1],
    "no text": {"label": 1},
    "no label": {"text": "It rained."},
    "another label": {"text": "It rained.", "label": 2},
    "claims that are no list": {"text": "It rained.", "claims": 1},
    "a claim beyond the text": {"text": "It rained.", "claims": [{"start": 0, "end": 11, "worth": 1}]},
    "an empty claim": {"text": "It rained.", "claims": [{"start": 2, "end": 2, "worth": 1}]},
    "another worth": {"text": "It rained.", "claims": [{"start": 0, "end": 2, "worth": 3}]},
    "an offset that is no integer": {"text": "It rained.", "claims": [{"start": 0.0, "end": 2, "worth": 1}]},
}


@pytest.mark.parametrize("row", WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, row: Any) -> None:
    path = write(tmp_path / "gold.jsonl", {"text": "It rained.", "label": 0}, row)
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 2"):
        read_claim_gold(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_claim_gold(tmp_path / "none.jsonl")


def rows() -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = [
        {"text": text.text, "claims": [{"start": each.span.start, "end": each.span.end, "worth": each.worth} for each in text.claims or ()]}
        for text in ARTICLES
    ]
    return articles + [{"text": text.text, "label": int(text.worthy)} for text in SENTENCES]


def test_the_command_writes_weights_and_tells_how_good_they_are(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "weights.tsv"
    done = CliRunner().invoke(main, ["evaluate", "--fit-claims", write(tmp_path / "gold.jsonl", *rows()), "-o", str(target)])
    assert done.exit_code == 0, done.output
    out = capfd.readouterr().out  # it writes to the file descriptor itself
    assert "articles: F1 of claims" in out
    assert "sentences: average precision" in out
    assert sum(read_weights(target.read_text(encoding="utf-8")).of["a quantity"]) > 0


@pytest.mark.parametrize("arguments", [[], ["gold", "--fit-claims", "gold.jsonl"]], ids=["neither", "both"])
def test_the_command_takes_a_folder_or_files_to_fit_on(arguments: list[str]) -> None:
    done = CliRunner().invoke(main, ["evaluate", *arguments])
    assert done.exit_code == 2
    assert "give either GOLD_DIR or --fit-claims" in done.output


def test_the_command_names_what_cannot_be_read(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["evaluate", "--fit-claims", str(tmp_path / "none.jsonl"), "-o", str(tmp_path / "weights.tsv")])
    assert done.exit_code == 1
    assert "cannot be read" in done.output


def test_the_command_needs_articles(tmp_path: Path) -> None:
    labelled = write(tmp_path / "gold.jsonl", {"text": "It rained.", "label": 0})
    done = CliRunner().invoke(main, ["evaluate", "--fit-claims", labelled, "-o", str(tmp_path / "weights.tsv")])
    assert done.exit_code == 1
    assert "no article with claims" in done.output


def test_the_shipped_weights_are_not_written_over(tmp_path: Path) -> None:
    before = FILE.read_bytes()
    done = CliRunner().invoke(main, ["evaluate", "--fit-claims", write(tmp_path / "gold.jsonl", *rows())])
    assert (done.exit_code, FILE.read_bytes()) == (2, before)
    assert "--calibrate and --fit-claims need -o FILE" in done.output
