"""Aliases are looked up before all else, on the whole source and on every name."""

from __future__ import annotations

import pickle

import pytest

from newsclaims import Alias, Extractor
from newsclaims.model import Speaker


def last(text: str, **aliases: str | Alias) -> Speaker:
    speaker = Extractor(aliases={key.replace("_", " "): wanted for key, wanted in aliases.items()}).extract(text).quotes[-1].speaker
    assert speaker is not None
    return speaker


@pytest.mark.parametrize(
    "text",
    [
        "The Iron Mayor said the port would close.",
        "“It will close,” said the iron mayor, who was late.",
        "President Ironside left. “It will close,” President Ironside said.",
        "“It will close,” said Madam Port.",
    ],
)
def test_who_goes_by_another_name(text: str) -> None:
    wanted = Alias("Orla Vane", id="Q42")
    speaker = last(text, the_Iron_Mayor=wanted, President_Ironside=wanted, madam_port=wanted)
    assert (speaker.name, speaker.external_id, speaker.named, speaker.resolved) == ("Orla Vane", "Q42", True, True)


def test_the_name_itself_has_the_identifier_too() -> None:
    speaker = last("Orla Vane left. “It will close,” Vane said.", the_Iron_Mayor=Alias("Orla Vane", id="Q42"))
    assert (speaker.name, speaker.external_id) == ("Orla Vane", "Q42")


@pytest.mark.parametrize("text", ["The mayor said the port would close.", "Orla Kell said the port would close."])
def test_others_do_not(text: str) -> None:
    speaker = last(text, the_Iron_Mayor=Alias("Orla Vane", id="Q42"))
    assert speaker.external_id is None
    assert speaker.name != "Orla Vane"


def test_a_plain_name_will_do_and_an_alias_can_be_pickled() -> None:
    assert last("The Iron Mayor said it would close.", the_Iron_Mayor="Orla Vane").name == "Orla Vane"
    extractor = Extractor(aliases={"Ironside": Alias("Orla Vane", id="Q42")})
    assert pickle.loads(pickle.dumps(extractor)) == extractor  # noqa: S301 - our own


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError, match="names to names"):
        Extractor(aliases={"Ironside": 5})  # type: ignore[dict-item]
