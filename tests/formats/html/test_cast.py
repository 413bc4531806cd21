from __future__ import annotations

from newsclaims.formats.html.cast import COLOURS, Cast
from newsclaims.model import Quote, QuoteKind, Speaker, SpeakerKind
from newsclaims.spans import Span


def quote(speaker: Speaker | None) -> Quote:
    span = Span(0, 1, "a")
    return Quote(QuoteKind.DIRECT, (span,), span, "a", speaker=speaker)


ANN, BO, CY = (Speaker(name, SpeakerKind.PERSON) for name in ("Ann Vane", "Bo Karr", "Cy Orr"))


def test_the_most_quoted_come_first() -> None:
    cast = Cast.of((ANN, BO, CY), (quote(CY), quote(BO), quote(CY), quote(None)))
    assert [(part.number, part.speaker.name, part.quotes) for part in cast.parts] == [
        (1, "Cy Orr", 2),
        (2, "Bo Karr", 1),
        (3, "Ann Vane", 0),
    ]
    assert cast.without == 1


def test_a_speaker_who_is_not_listed_has_a_number_too() -> None:
    cast = Cast.of((), (quote(BO),))
    assert [part.speaker for part in cast.parts] == [BO]
    assert cast.part(BO) == cast.parts[0]


def test_nobody_has_no_number() -> None:
    cast = Cast.of((ANN,), ())
    assert cast.part(None) is None
    assert cast.part(BO) is None


def test_namesakes_are_told_apart_by_where_they_are_named() -> None:
    one, other = (Speaker("Ann Vane", mentions=(Span(start, start + 1, "a"),)) for start in (0, 4))
    cast = Cast.of((one, other), (quote(one), quote(one)))
    assert [part.quotes for part in cast.parts] == [2, 0]


def test_colours_come_round_again_and_numbers_do_not() -> None:
    speakers = tuple(Speaker(f"Speaker {number}") for number in range(COLOURS + 1))
    parts = Cast.of(speakers, ()).parts
    assert parts[0].colour == parts[COLOURS].colour == "s1"
    assert len({part.colour for part in parts}) == COLOURS
    assert len({part.number for part in parts}) == COLOURS + 1
