from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from newsclaims import Document, Quote, QuoteKind, Span
from newsclaims.evaluation import ChangeKind, GoldArticle, compare
from newsclaims.evaluation.tables import changes_list

Read = Callable[..., GoldArticle]
DRAWN = "<s1>Vane</s1> <c1>said</c1> <q1>the port had closed</q1>. <s2>Holt</s2> <c2>said</c2> <q2>it\nhad snowed</q2>."


def quote(text: str, content: str, source: str | None) -> Quote:
    span = Span.of(text, text.index(content), text.index(content) + len(content))
    who = None if source is None else Span.of(text, text.index(source), text.index(source) + len(source))
    return Quote(QuoteKind.INDIRECT, (span,), span, content, who, rule="made-up")


@pytest.fixture
def gold(annotated: Read) -> GoldArticle:
    return annotated(DRAWN)


def run(gold: GoldArticle, *parts: tuple[str, str | None]) -> Document:
    return Document(gold.text, id="port.txt", quotes=tuple(quote(gold.text, *part) for part in parts))


PORT, SNOW = "the port had closed", "it\nhad snowed"


@pytest.mark.parametrize(
    "old, new, kind, old_right, new_right",
    [
        ([], [(PORT, "Vane")], ChangeKind.GAINED, None, True),
        ([], [(PORT, "Holt")], ChangeKind.GAINED, None, False),
        ([(PORT, "Vane")], [], ChangeKind.LOST, True, None),
        ([(PORT, "Vane")], [(PORT, "Holt")], ChangeKind.REATTRIBUTED, True, False),
        ([(PORT, None)], [(PORT, "Vane")], ChangeKind.REATTRIBUTED, False, True),
        ([(SNOW, "Holt"), (PORT, "Vane")], [(PORT, "Vane")], ChangeKind.LOST, True, None),
    ],
)
def test_gained_lost_and_given_to_another(
    gold: GoldArticle,
    old: list[tuple[str, str | None]],
    new: list[tuple[str, str | None]],
    kind: ChangeKind,
    old_right: bool | None,
    new_right: bool | None,
) -> None:
    before, after = run(gold, *old), run(gold, *new)
    [change] = compare([before], [after], [gold])
    assert (change.kind, change.document, change.old_right, change.new_right) == (kind, "port.txt", old_right, new_right)
    assert (change.old is None, change.new is None) == (kind is ChangeKind.GAINED, kind is ChangeKind.LOST)
    [unjudged] = compare([before], [after])
    assert unjudged == attrs.evolve(change, old_right=None, new_right=None)


def test_what_stays_is_not_listed(gold: GoldArticle) -> None:
    assert compare([run(gold, (PORT, "Vane"))], [run(gold, ("port had closed", "Vane"))], [gold]) == ()


def test_documents_of_one_run_only_are_passed_over(gold: GoldArticle) -> None:
    assert compare([Document("Rain.")], [run(gold, (PORT, "Vane"))], [gold]) == ()
    assert compare([run(gold, (PORT, "Vane"))], [Document("Rain.")], [gold]) == ()


def test_the_list_shows_texts_on_one_line_and_counts(gold: GoldArticle) -> None:
    changes = compare([run(gold, (PORT, "Vane"))], [run(gold, (PORT, "Holt"), (SNOW, "Holt"))], [gold])
    assert changes_list(changes).splitlines() == [
        "re-attributed port.txt",
        "  - right: Vane [made-up]",
        "  + wrong: Holt [made-up]",
        "    the port had closed",
        "gained port.txt",
        "  + right: Holt [made-up]",
        "    it had snowed",
        "gained: 1, of which right: 1",
        "lost: 0, of which right: 0",
        "re-attributed: 1, of which right: 0",
    ]


def test_as_data(gold: GoldArticle) -> None:
    [change] = compare([run(gold)], [run(gold, (PORT, None))])
    assert change.to_dict() == {
        "change": "gained",
        "document": "port.txt",
        "old": None,
        "new": {"text": PORT, "start": 10, "end": 29, "source": None, "rule": "made-up", "kind": "indirect", "right": None},
    }
