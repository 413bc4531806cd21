"""he, she, it, they, I, who: by rules, or left open."""

from __future__ import annotations

import pytest

from newsclaims import extract
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        ("Orla Vane left the hall. “It is late,” she said.", "Orla Vane"),
        ("Orla Vane said that it rained. She added that it was cold.", "Orla Vane"),
        ("Mr. Tom Vane met Ms. Dora Kell. “It is late,” she said.", "Dora Kell"),
        ("Mr. Tom Vane met Ms. Dora Kell. “It is late,” he said.", "Tom Vane"),
        ("Orla Vane spoke after Tom Kell had left. She said that it was late.", "Orla Vane"),
        ("Tom Kell, who said that it was late, went home.", "Tom Kell"),
        ("Tom Kell, a lawyer at the port who said that it was late, went home.", "Tom Kell"),
        ("Mr. Justice left. He said that it was late.", "Justice"),
        ("Orla Vane moved to West Arden in Ohio. She said that it was late.", "Orla Vane"),
        ("The Harbour Commission said that it had no money. It said that it would close.", "Harbour Commission"),
        ("Orla Vane and Tom Kell said that it was late. They said that they would go.", "Orla Vane and Tom Kell"),
        ("Marta Lund left. Her son said that he hid. “I was scared,” he said.", "Her son"),
        ("Marta Lund said that it was late. Her husband, a plumber, agreed. “It is late,” she said.", "Marta Lund"),
        ("The mayor, Orla Vane, opened the port. “It is open,” she said.", "Orla Vane"),
        ("Tom Kell left. Ivo Karr stayed. Kell’s luck has turned. He said that it was late.", "Tom Kell"),
        ("Tom Kell left. Ivo Karr stayed. Kell’s new lawyer smiled. He said that it was late.", "Ivo Karr"),
        ("The ferry was late, a source close to the port said. “It sank,” he said.", "a source close to the port"),
        ("Orla Vane left. The ferry was late, a source told the council. “It sank,” he said. “It is lost.”", "a source"),
        ("The ferry was late, a source close to the port said. Mr Tom Kell came. “It sank,” he said.", "Tom Kell"),
        (
            "Tom Kell said it was late. A spokesperson for the Mills and Quays Association denied it. “It is early,” he said.",
            "A spokesperson for the Mills and Quays Association",
        ),
        # somebody new, introduced after the last word was had
        ("Tom Kell said it was late. “It is,” he said.\n\nThat worries Ivo Karr, head of the mill.\n\n“It is late,” he said.", "Ivo Karr"),
        ("Tom Kell said it was late. “It is,” he said.\n\nThat worries Ivo Karr of Orrel.\n\n“It is late,” he said.", "Tom Kell"),
        ("That worries Ivo Karr, head of the mill. Tom Kell said it was late.\n\n“It is late,” he said.", "Tom Kell"),
        ("Mr Tom Kell warned Mr Ivo Karr. Mr Karr said it was as “cold” as Mr Kell believed. “It is late,” he said.", "Ivo Karr"),
    ],
)
def test_a_pronoun_is_who_is_in_mind(text: str, name: str) -> None:
    assert last(text).name == name


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    document = extract("“I said that the port would close,” Orla Vane told the council.")
    inner = [quote for quote in document.quotes if quote.source is not None and quote.source.text == "I"]
    assert [quote.speaker and quote.speaker.name for quote in inner] == ["Orla Vane"] * len(inner)


def test_i_behind_a_label_is_who_it_names() -> None:
    document = extract("VANE: I said that the port would close.\n\nHOST: You did.\n\nVANE: I said that it would close in May.")
    assert [quote.speaker.name for quote in document.quotes if quote.speaker and quote.source and quote.source.text == "I"] == ["VANE"] * 2


def test_i_in_the_reporters_own_words_is_nobody_named() -> None:
    document = extract("VANE: The port is closed.\n\nHOST: Thank you.\n\nI said that it was late.")
    assert [quote.speaker.name for quote in document.quotes if quote.speaker and quote.source and quote.source.text == "I"] == [
        "the author"
    ]


def test_question_and_answer_are_nobody_that_he_could_mean() -> None:
    document = extract("Q: Who told you?\n\nA: He said that he knew.")
    assert {quote.speaker.name for quote in document.quotes if quote.speaker} == {"Q", "A", "He"}


@pytest.mark.parametrize("pronoun", ["He", "She", "It", "They", "We"])
def test_with_nobody_before_it_a_pronoun_stays_open(pronoun: str) -> None:
    speaker = last(f"{pronoun} said that it was late.")
    assert (speaker.name, speaker.resolved, speaker.named) == (pronoun, False, False)


def test_a_wrong_sex_is_worse_than_no_name() -> None:
    speaker = last("Mr. Tom Vane left the hall. “It is late,” she said.")
    assert (speaker.name, speaker.resolved) == ("she", False)


def test_a_place_is_nobody_to_say_he_of() -> None:
    speaker = last("The train to Orrel was late. He said that it was cold.")
    assert speaker.resolved is False


def test_who_is_he_or_she_is_a_person() -> None:
    speaker = last("When Anna Berg moved to Orrel, she worked at a mill. “I never missed a day,” she said.")
    assert (speaker.name, speaker.kind.value, speaker.gender) == ("Anna Berg", "person", "female")


@pytest.mark.parametrize(
    "text, name",
    [
        # it, they: the body in mind, two named together
        ("Arlo Corp. closed the plant on Monday. It said that demand had fallen.", "Arlo Corp."),
        ("Orla Vane and Tom Kell left the port. They said that it was late.", "Orla Vane and Tom Kell"),
        # who: a person over places and bodies, and the subject of a noun after "be"
        ("“I will,” says Freya Lund, an astronomer at the Royal Observatory in Tarn, who wants to look for comets.", "Freya Lund"),
        ("Senator Hugh Bask has left. He is the only Unionist who has promised to vote for the levy.", "Hugh Bask"),
        ("Vane met a lawyer in Tarn, who said that it was late.", "a lawyer"),
        # I outside quotation marks is the author, whatever the name
        ("I walked to the port. I think that it will close.", "the author"),
    ],
)
def test_other_pronouns(text: str, name: str) -> None:
    assert last(text).name == name


def test_what_stays_open_is_not_resolved() -> None:
    assert not last("Rain fell. They said that it was late.").resolved
    assert not last("Rain fell. It said that it was late.").resolved
    assert not last("Rain fell on Vane’s roof. We know that it was late.").resolved


def test_the_author_is_one_for_the_whole_text() -> None:
    document = extract("I think that it will close. I asked Orla Vane. “I know,” she said. I believe that it is late.")
    assert [speaker.name for speaker in document.speakers if speaker.quotes] == ["the author", "Orla Vane"]


def test_the_author_has_the_name_of_the_byline() -> None:
    text = "The last bell\n\nBy Anton Greave\n\nThe bell came from a school. On the way out I say that it will rain."
    assert last(text).name == "Anton Greave"
    assert last(text.replace("By Anton Greave\n\n", "")).name == "the author"


@pytest.mark.parametrize(
    "text, name",
    [
        ("Rivals of Norvex grew. Norvex has left the market. It said that it was late.", "Norvex"),
        ("Rivals of Mr Norvex grew. Mr Norvex has left the market. It said that it was late.", "It"),
        ("Rivals of Norvex grew. Norvex has left the market. She sold it. It said that it was late.", "It"),
    ],
)
def test_it_is_who_is_most_in_mind_where_nothing_makes_a_person(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_name_behind_a_fronted_phrase_may_end_the_text() -> None:
    assert extract("Orla Vane said it was late. In her report, Orla Vane").quotes[0].text == "it was late"


def test_whom_somebody_blames_is_another() -> None:
    assert last("Tom Kell spoke. Brenn attacked him for refusing to leave.").name == "Tom Kell"
    assert not last("Brenn attacked him for refusing to leave.").resolved


def test_who_asked_is_not_who_answers() -> None:
    text = "Tom Vane came on stage. When pressed by Ivo Holt about the pier, he said it would close."
    assert last(text).name == "Tom Vane"
