"""What speaks for a person and what against."""

from __future__ import annotations

import pytest

from newsclaims.model import SpeakerKind
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The software firm Arlo said it would close.", SpeakerKind.ORGANIZATION),
        ("XTB said that the plant would close.", SpeakerKind.ORGANIZATION),
        ("Arlo said its profits had halved.", SpeakerKind.ORGANIZATION),
        ("Velmotors said that it would close. The plant is old.", SpeakerKind.ORGANIZATION),
        ("Tarn International said that it would close.", SpeakerKind.ORGANIZATION),
        ("Orrel United said that the ground would close.", SpeakerKind.ORGANIZATION),
        ("The young international said that it would close.", SpeakerKind.UNKNOWN),
        ("Orla Vane said that it would close.", SpeakerKind.PERSON),
        ("Mr. Arlo said its profits had halved.", SpeakerKind.PERSON),
    ],
)
def test_kind(text: str, kind: SpeakerKind) -> None:
    assert last(text).kind is kind


@pytest.mark.parametrize(
    "text, name",
    [
        ("Farms spokesman Alun Pryce told Dale Radio Five his party was against it. He said it was a tax on hedges.", "Alun Pryce"),
        ("Tom Kell flew on Arlo Q8501. “It was late,” he said.", "Tom Kell"),
    ],
)
def test_what_is_no_person_is_no_he(text: str, name: str) -> None:
    assert last(text).name == name
