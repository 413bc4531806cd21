"""Pairing of quotation marks. Cases draw each stretch on the text: ⟦…⟧, one inside another where nested."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclaims import extract
from newsclaims.find.quotations import QuotationFinder
from newsclaims.language import load_language
from newsclaims.model import Quotation
from newsclaims.spans import Span

FINDER = QuotationFinder(load_language("en"))


def paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        left = len(line) - len(line.lstrip())
        if line.strip():
            found.append((start + left, start + left + len(line.strip())))
        start += len(line) + 1
    return found


def find(text: str) -> tuple[Quotation, ...]:
    return FINDER.find(text, paragraphs(text))


def drawn(case: str) -> tuple[str, list[tuple[int, int]]]:
    """The text of a case and the stretches drawn on it, by start."""
    text, stack, spans = "", [], []
    for char in case:
        if char == "⟦":
            stack.append(len(text))
        elif char == "⟧":
            spans.append((stack.pop(), len(text)))
        else:
            text += char
    return text, sorted(spans, key=lambda span: (span[0], -span[1]))


def check(case: str) -> None:
    text, expected = drawn(case)
    stretches = [(piece.start, piece.end) for quotation in find(text) for piece in quotation.stretches]
    assert sorted(stretches, key=lambda span: (span[0], -span[1])) == expected


@pytest.mark.parametrize(
    "case",
    [
        "⟦“The dam holds,”⟧ said Ada Venn. ⟦“It always has.”⟧",
        '⟦"The dam holds,"⟧ said Ada Venn. ⟦"It always has."⟧',
        "⟦``The dam holds,''⟧ said Ada Venn.",
        "⟦''The dam holds,''⟧ said Ada Venn. ⟦''It always has.''⟧",
        "⟦‘The dam holds,’⟧ said Ada Venn.",
        "⟦'The dam holds,'⟧ said Ada Venn, ⟦'and it always has.'⟧",
        "⟦«The dam holds»⟧, said Ada Venn; ⟦« It always has »⟧, she said.",
        "⟦»The dam holds«⟧, said Ada Venn.",
        "⟦»The dam holds,«⟧ said Ada Venn. ⟦»It does.«⟧ ⟦»Well.«⟧",
        "⟦‹The dam holds›⟧, said Ada Venn.",
        "⟦„The dam holds“⟧, said Ada Venn, ⟦„always“⟧ or ⟦„never”⟧.",
        "ベンは⟦「だいじょうぶ」⟧と言った。",
        'The ⟦“dam"⟧ of Orrel and the ⟦"lake”⟧ behind it.',
    ],
)
def test_every_kind_of_mark_is_paired(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "⟦“He said ⟦‘no’⟧ to me,”⟧ she said.",
        "⟦'He said ⟦\"no\"⟧ to me,'⟧ she said.",
        "⟦“⟦‘No’⟧ is what he said.”⟧",
        "⟦''It is ⟦'fine'⟧ now, ⟦'really.'⟧''⟧",
        '⟦"She called it ⟦“low”⟧ and ⟦“mean”⟧ and ⟦“sad,”⟧ and left,"⟧ he said.',
        '⟦"We ⟦"love"⟧ it here,"⟧ she said.',
        "⟦“We ⟦“love”⟧ it here,”⟧ she said.",
    ],
)
def test_quotations_nest(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "the voters' choice in '90s Orrel was rock 'n' roll, and 'twas loud",
        "the voters’ choice in ’90s Orrel was rock ’n’ roll, and ‘em",
        "a man of 5'10\" and a boy of 4' 2\" at 45° 30' 15\" north",
        'a 5" pipe and a 7" one',
        "don't can't won't O'Dell's",
        "the bosses' and the workers' friends",
        "\"\" and “ ” and '' ''",
        '"""""""" end of part one',
        "a stray mark” here",
    ],
)
def test_apostrophes_measures_and_ornaments_are_no_marks(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        "⟦'The voters' choice,'⟧ she said, ⟦'is ours.'⟧",
        "⟦'We was robbed o' that goal,'⟧ he said. ⟦'Fish an' chips wi' it.'⟧",
        "⟦'20 years is enough,'⟧ she said: ⟦'90 per cent agree.'⟧ It was the summer of '69 then.",
        "⟦'I worked there in the '60s, 'cause it paid,'⟧ she said.",
        "⟦''Tis late,'⟧ she said.",
        "⟦''Twas fine,''⟧ he said.",
        "She named ⟦'cause and effect'⟧ as one.",
        "The ⟦'bad news'⟧ came late, and the ⟦'good news'⟧ later.",
        "⟦'We love rock 'n' roll,'⟧ he said.",
        '⟦"The 5" pipe leaks,"⟧ he said.',
        '⟦"I am 25"⟧ was all he said, ⟦"and tired."⟧',
        "⟦“I remember the ’90s,”⟧ he said.",
    ],
)
def test_apostrophes_inside_quotations(case: str) -> None:
    check(case)


@pytest.mark.parametrize(
    "case",
    [
        '⟦"The dam holds,"⟧ she said. ⟦"It always has.⟧',
        '⟦"The dam holds.⟧ ⟦"It always has,"⟧ she said. ⟦"Go home."⟧',
        '⟦The dam holds,"⟧ she said. ⟦"It always has,"⟧ she added. ⟦"Go home."⟧',
        '⟦"The dam holds,⟧ said Ada Venn. ⟦"It always has,"⟧ she added.',
        "⟦“The dam holds,⟧ the mayor said on Monday.",
        "They lost the dam” is what he said. ⟦“It was cold,”⟧ he said.",
        '⟦"The dam holds,"⟧she said. ⟦"It always has."⟧',
        '⟦"The dam holds, "⟧ she said. ⟦"It always has."⟧',
        '⟦"The dam holds. "⟧she said. ⟦"It always has."⟧',
        "⟦“The dam holds,“⟧ she said. ⟦“It always has.”⟧",
        '⟦"Dam to go,"⟧ by Ada Venn: The dam is gone." Read on.',
        '⟦"It holds,"⟧ she said.\n"\nThen: ⟦"It always has,"⟧ she said.',
    ],
)
def test_one_mark_too_many_or_too_few_stays_a_local_fault(case: str) -> None:
    check(case)


def test_a_quotation_reopened_at_each_paragraph_is_one() -> None:
    case = "⟦“It rained.⟧\n\n⟦“It rained on.⟧\n\n⟦“It stopped,”⟧ she said. ⟦“At last.”⟧"
    check(case)
    first, second = find(drawn(case)[0])
    assert [piece.text for piece in first.contents] == ["It rained.", "It rained on.", "It stopped,"]
    assert first.closed
    assert len(second.stretches) == 1


@pytest.mark.parametrize(
    "case",
    [
        "⟦'It rained,'⟧ she said. ⟦'It rained on.⟧\n\n⟦'It stopped,'⟧ she said.",
        "⟦‘It rained,’⟧ she said. ⟦‘On.⟧\n\n⟦‘It stopped,’⟧ she said.",
    ],
)
def test_one_in_single_marks_after_a_tag_is_reopened_too(case: str) -> None:
    check(case)


def test_a_mark_that_opens_again_in_a_paragraph_carries_the_quotation_on() -> None:
    case = 'She said: ⟦"It rained.⟧ ⟦"It poured, I think.⟧ ⟦"It stopped."⟧ Nobody came.'
    check(case)
    assert len(find(drawn(case)[0])) == 1
    assert len(find('"It rained, said Ada Venn. "It poured," she said.')) == 2


def test_nested_quotations_are_reopened_too() -> None:
    outer, inner = find("“‘It rained.\n\n“‘It stopped,’ she told me,” he said.")
    assert len(outer.stretches) == len(inner.stretches) == 2
    assert (inner.parent, inner.depth, inner.closed) == (0, 1, True)


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    first, second = find("“It rained. It poured.\n\nShe left. “Bye,” she said.")
    assert (first.span.text, first.closed) == ("“It rained. It poured.", False)
    assert (second.span.text, second.closed) == ("“Bye,”", True)


def test_a_quotation_closed_before_the_next_paragraph_opens_is_not_carried_on() -> None:
    assert [len(q.stretches) for q in find("“It rained,” she said.\n\n“It poured,” she said.")] == [1, 1]


@pytest.mark.parametrize(
    "case",
    [
        "She wrote:\n\n⟦> The dam holds.⟧\n⟦> It ⟦“always”⟧ has.⟧\n\nThen she left.",
        "She wrote this:\n\n    ⟦The dam of Orrel holds and it always has.⟧\n\n    ⟦Go home.⟧\n\nThen she left.",
        "Rain:\n\n    1 inch in Orrel\n    2 inches in Tarn\n\nThen it stopped.",
        "    She wrote this:\n\n    The dam of Orrel holds and it always has.\n\n    Then she left.",
        "The dam held again:\n\n    The dam of Orrel holds and it always has.",
        "Water levels > 5 feet were seen.\n>>>\nThen it stopped.",
    ],
)
def test_block_quotes(case: str) -> None:
    check(case)


def test_a_block_quote_is_one_quotation() -> None:
    block, inner = find("> The dam holds.\n> It “always” has.\n\nThen she left.")
    assert [piece.text for piece in block.contents] == ["The dam holds.", "It “always” has."]
    assert (block.parent, inner.parent, inner.depth) == (None, 0, 1)


@pytest.mark.xfail(strict=True, reason="a name with an opening apostrophe and a possessive later look like a pair")
def test_apostrophe_that_opens_a_name() -> None:
    check("the 'ndola and the voters' choice")


@pytest.mark.parametrize("unit", ["“", '"', '" a ', "“ ‘ ", "'", "'a ", "“a ", "a” ", "“‘a ", "« ‹“「", "“a\n", "> a\n", '5"'])
def test_hostile_rows_give_spans_and_bounded_depth(unit: str) -> None:
    check_tree(unit * 2000, find(unit * 2000))


def check_tree(text: str, found: tuple[Quotation, ...]) -> None:
    for index, quotation in enumerate(found):
        assert len(quotation.stretches) == len(quotation.contents)
        for stretch, content in zip(quotation.stretches, quotation.contents, strict=True):
            for span in (stretch, content):
                assert text[span.start : span.end] == span.text
            assert stretch.covers(content)
        assert (quotation.span.start, quotation.span.end) == (quotation.stretches[0].start, quotation.stretches[-1].end)
        assert all(one.end <= two.start for one, two in zip(quotation.stretches, quotation.stretches[1:], strict=False))
        if quotation.parent is None:
            assert quotation.depth == 0
            continue
        around = found[quotation.parent]
        assert quotation.parent < index
        assert quotation.depth == around.depth + 1 <= 8
        assert all(any(outer.covers(stretch) for outer in around.contents) for stretch in quotation.stretches)


PARTS = ["“", "”", '"', "''", "'", "‘", "’", "«", "»", "„", "「", " ", ", ", ". ", "\n", "\n\n"]
PARTS += ["> ", "    ", "a", "Go", "5", "s", "—", ":"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@example("““a\n“““")  # the second mark of the next paragraph does not stand inside the first
@given(TEXTS | st.text(max_size=80))
def test_any_text_gives_exact_ordered_nested_spans(text: str) -> None:
    found = find(text)
    check_tree(text, found)
    assert list(found) == sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    assert found == find(text)


@given(TEXTS)
def test_stretches_keep_to_their_paragraph_and_each_mark_is_used_once(text: str) -> None:
    ranges = paragraphs(text)
    used: set[int] = set()
    for quotation in find(text):
        for stretch, content in zip(quotation.stretches, quotation.contents, strict=True):
            assert any(start <= stretch.start and stretch.end <= end for start, end in ranges)
            marks = {*range(stretch.start, content.start), *range(content.end, stretch.end)}
            assert not marks & used or text[stretch.start] == ">"
            used |= marks


@given(TEXTS)
def test_paragraphs_around_leave_the_quotations_as_they_are(text: str) -> None:
    before = "It rained in Orrel.\n\n"
    text = text.replace("    ", " ").strip() or "a"  # what follows an indented block tells whether it is a block quote
    moved = find(before + text + "\n\nIt stopped.")
    back = [[Span(s.start - len(before), s.end - len(before), s.text) for s in q.stretches] for q in moved]
    assert back == [list(q.stretches) for q in find(text)]


def test_a_mark_with_nothing_after_it_in_its_paragraph_is_no_stretch() -> None:
    [quotation] = extract("“”“\u2028“t").quotations
    assert [span.text for span in quotation.contents] == ["t"]
    assert [span.text for span in quotation.stretches] == ["“t"]


def test_the_words_of_a_quote_are_never_blank() -> None:
    for text in ("”—”“?”say a—", "“?!” said Orla Vane.", "“ — ” said Orla Vane. “ ” she said."):
        assert all(quote.text.strip() for quote in extract(text).quotes), text


@pytest.mark.parametrize("line, table", [("- “No”\n", True), ('"\n"\n', True), ("“No,” she said.\n", False), ("“It rained.”\n", False)])
def test_a_text_of_little_more_than_marks_is_a_table(line: str, table: bool) -> None:
    *found, speech = find(f"{line * 120}\n“It did,” said Vane.")
    assert len(found) in (0, 120)
    assert all((quotation.reason == "table") == table for quotation in found)
    assert speech.reason is None
