"""Two hundred altered quotes and their unaltered fellows get the status they were made for."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import CheckStatus, Sources, verify
from tests.checking.altered import EDITS, Altered, altered, full_name, plain, sources, tagged, unaltered

ALTERED = list(altered())


@functools.cache
def held() -> Sources:
    return Sources({f"s{source.number}": source.text for source in sources()})


def test_there_are_two_hundred_by_every_edit() -> None:
    assert len(ALTERED) == 200
    assert {each.edit for each in ALTERED} == set(EDITS)
    assert {each.status for each in ALTERED} == set(CheckStatus) - {CheckStatus.FOUND}


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.source}-{case.edit}") for case in [*ALTERED, *unaltered()]])
def test_each_has_its_status_in_its_source(case: Altered) -> None:
    [check] = verify(case.draft, held())
    assert (check.status, check.source_id) == (case.status, None if case.status is CheckStatus.ABSENT else f"s{case.source}")


EVERY = [(source, who, plain(statement)) for source in sources() for who in (0, 1) for statement in source.statements[who]]


@given(st.sampled_from(EVERY), st.data())
def test_no_quote_with_another_word_holds(made: tuple[object, int, str], data: st.DataObject) -> None:
    source, who, statement = made
    words = statement.split()
    at = data.draw(st.integers(1, len(words) - 2))
    edit = data.draw(st.sampled_from(["drop", "double", "replace", "exchange"]))
    if edit == "exchange" and words[at] != words[at + 1]:
        changed = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
    else:
        changed = [*words[:at], *{"drop": [], "double": [words[at]] * 2}.get(edit, ["xylophone"]), *words[at + 1 :]]
    [check] = verify(tagged(" ".join(changed), f"said {full_name(source.speakers[who])}"), held())  # type: ignore[attr-defined]  # a Source
    assert not check.holds
    assert check.changes or check.status is CheckStatus.ABSENT
