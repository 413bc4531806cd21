"""Quotations without words of attribution in their own sentence: the sentence before says, or shows, who speaks."""

from __future__ import annotations

from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.word_classes import AS, COLON, COMMA, FINITE, GENITIVE, NAME, NAMING, PREPOSITION, RELATIVE_OR_THAT
from newsclaims.layers import Layers
from newsclaims.model import Cue, Modality, Quotation
from newsclaims.rules.asking import has_quoted, verb_cue
from newsclaims.rules.base import Attribution, rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.fragments import after_from, can_speak, clause_subject
from newsclaims.rules.quotes import fills_sentence, is_fragment

SENTENCES_CARRIED = 2
"""So many sentences after somebody's words a quotation in the same paragraph may still be theirs."""
FURNITURE_REACH = 8
"""So many sentences of captions and headings quoted words go on over."""
NAME_OR_OWNER = NAME + GENITIVE


@rule("sentence-colon-quote")
def sentence_colon_quote(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A sentence that ends in a colon introduces the quotation after it: The mayor issued a statement: / “...”."""
    sentence = opening_sentence(layers, quotation)
    if sentence < 1:
        return "the quotation does not begin its sentence"
    low, high = layers.sentence(sentence - 1)
    if not introduces(layers, sentence, low, high):
        return "the sentence before does not end in a colon"
    told = cue_of_introduction(layers, low, high)
    source = (layers.clauses.subject(told) or layers.clauses.inverted(told)) if told is not None else None
    if told is not None and source is not None:
        return Attribution(quotation.stretches, layers.mention_span(source), layers.cue_of(told))
    verb = next((k for k in range(high - 1, low - 1, -1) if layers.shape[k] in FINITE and not layers.quoted[k]), -1)
    source = (clause_subject(layers, verb, low) if verb >= 0 else named_giver(layers, low, high)) or headed_statement(layers, low, high)
    if source is None:
        return "no source in the sentence before"
    cue = verb_cue(layers, verb) if verb >= 0 else Cue(layers.span(high - 1, high - 1), ":", "say")
    return Attribution(quotation.stretches, layers.mention_span(source), cue)


def introduces(layers: Layers, sentence: int, low: int, high: int) -> bool:
    """Whether the sentence before ends in a colon, or its paragraph in a comma: She stated in her testimony, / “...”"""
    mark = layers.shape[high - 1] if high > low else ""
    return mark == COLON or (mark == COMMA and layers.paragraph_of(sentence) != layers.paragraph_of(sentence - 1))


def cue_of_introduction(layers: Layers, low: int, high: int) -> CueMatch | None:
    """The cue of a sentence that leads to a quotation: the last outside quotations, or the one that "as" begins with."""
    cues = [cue for cue in layers.cues_between(low, high) if not layers.quoted[cue.head]]
    return (fronted_cue(layers, cues, low) or cues[-1]) if cues else None


def headed_statement(layers: Layers, low: int, high: int) -> Mention | None:
    """The statement that a line before a quotation names: "Statement in full:"."""
    source = layers.mentions.after(low, high) if not layers.label_sentences else None
    return source if source is not None and layers.tokens.lower[source.head] in layers.language.words("speech_settings") else None


def named_giver(layers: Layers, low: int, high: int) -> Mention | None:
    """Who is named before a colon as from whom it is, or alone: "And from Mayor Orla Vane:"; "Orla Vane, mayor:"."""
    first = after_from(layers, low, high)
    source = layers.mentions.after(first, high)
    if source is None or source.first != first or not can_speak(layers, source):
        return None
    return source if first > low or layers.shape[low] == NAME else None


def fronted_cue(layers: Layers, cues: list[CueMatch], low: int) -> CueMatch | None:
    """The cue of a sentence that is just "as" and who reports it: As Vane wrote after the vote was over:"""
    source = layers.clauses.subject(cues[0]) if layers.shape[low] == AS else None
    return cues[0] if source is not None and source.first == low + 1 else None


@rule("introducing-sentence")
def introducing_sentence(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A sentence about somebody introduces what they say: Vane was blunt. “...”."""
    sentence = opening_sentence(layers, quotation)
    if sentence < 1 or not fills_sentence(layers, quotation):
        return "the quotation does not fill its sentence"
    if layers.paragraph_of(sentence) != layers.paragraph_of(sentence - 1) and not fills_paragraph(layers, quotation, sentence):
        return "no sentence before it in its paragraph"
    low, high = layers.sentence(sentence - 1)
    if any(layers.quoted[low:high]) or attributed_in(layers, low, high):
        return "the sentence before is attributed itself"
    verb = next((k for k in range(low, high) if layers.shape[k] in FINITE), -1)
    source = clause_subject(layers, verb, low) if verb >= 0 else None
    if source is None or source.how == "relative" or not can_speak(layers, source) or is_several(layers, source):
        return "no subject that can speak in the sentence before"
    return Attribution(quotation.stretches, layers.mention_span(source))


@rule("carry-over")
def carry_over(layers: Findings, quotation: Quotation) -> Attribution | str:
    """A quotation that fills its sentence goes on with the speaker quoted just before, as part of the same quote in one paragraph."""
    sentence = opening_sentence(layers, quotation)
    if sentence < 0:
        return "the quotation does not begin its sentence"
    earlier = last_quoted(layers, layers.tokens.starts[layers.sentence(sentence)[0]])
    if earlier is None:
        return "nobody was quoted before"
    gap = sentence - layers.tokens.sentence_at(layers.at(end_of(earlier)) - 1)
    same = layers.paragraph_of(sentence) == layers.paragraph_of(sentence - gap)
    if 1 < gap <= FURNITURE_REACH and not same and fills_paragraph(layers, quotation, sentence) and _is_furniture(layers, sentence, gap):
        gap = 1
    if gap > (SENTENCES_CARRIED if same else 1):
        return "too far from who was quoted before"
    if fills_sentence(layers, quotation):
        if not (same and has_quoted(layers, earlier)):
            return Attribution(quotation.stretches, earlier.source, earlier.cue, earlier.addressee)
        return Attribution(quotation.stretches, earlier.source, earlier.cue, earlier.addressee, continues=earlier)
    here = layers.place(quotation)
    close, high = here.close, here.high
    if not same or layers.cues_between(close + 1, high):
        return "the quotation does not fill its sentence"
    stop = layers.clauses.end_of_content(close, high, "clause")
    contents = (*quotation.stretches[:-1], layers.span(layers.tokens_of(quotation)[-1][0], max(stop - 1, close)))
    return Attribution(contents, earlier.source, earlier.cue, earlier.addressee, continues=earlier)


def _is_furniture(layers: Layers, sentence: int, gap: int) -> bool:
    """Whether nothing but captions and headings, lines without a stop, stands between a sentence and one before it."""
    first, stop = layers.paragraph_of(sentence - gap) + 1, layers.paragraph_of(sentence)
    return stop > first and all(layers.text[end - 1].isalnum() for _, end in layers.paragraphs[first:stop])


@rule("same-speaker")
def same_speaker(layers: Findings, quotation: Quotation) -> Attribution | str:
    """Quoted words beside somebody's words, with nobody else to say them, are theirs: “No,” she said. But “nobody sleeps well any more.”"""
    here = layers.place(quotation)
    low, first = here.low, here.opening
    sentence = layers.tokens.sentence_at(first)
    earlier = last_quoted(layers, layers.tokens.starts[first])
    if earlier is None:
        return "nobody was quoted before"
    before = layers.tokens.sentence_at(layers.at(end_of(earlier)) - 1)
    if layers.paragraph_of(before) != layers.paragraph_of(sentence) or sentence - before > 1:
        return "too far from who was quoted before"
    if before < sentence and _names_another(layers, low, first):
        return "somebody else is named before the quotation"
    if first > low and here.pause == first + 2:
        return "one word that may be the reporter's own"
    if is_fragment(layers, quotation) and (before < sentence or not fills_sentence(layers, quotation)):
        return "a word or two that may be the reporter's own"
    return Attribution(quotation.stretches, earlier.source, earlier.cue, earlier.addressee, continues=earlier)


def _names_another(layers: Layers, low: int, first: int) -> bool:
    """Whether somebody, or an owner, is named before a quotation; in a phrase that opens the sentence a pronoun may be the speaker's.

    "With half of her crews idle, “...”" goes on; "With half of Vane's crews idle, “...”" does not.
    """
    codes = layers.shape[low:first]
    fronted = codes[-1:] == COMMA and codes[:1] == PREPOSITION and not any(code in FINITE for code in codes)
    return any(code in (NAME_OR_OWNER if fronted else NAMING) for code in codes)


def is_several(layers: Layers, source: Mention) -> bool:
    """Whether a source is a pronoun for several, who do not speak with one voice: They left. “...”."""
    return layers.language.table("source_pronouns").get(layers.tokens.lower[source.head]) == "they"


def opening_sentence(layers: Layers, quotation: Quotation) -> int:
    """The index of the sentence that the quotation opens, or -1."""
    here = layers.place(quotation)
    return layers.tokens.sentence_at(here.opening) if here.opens_sentence else -1


def fills_paragraph(layers: Layers, quotation: Quotation, sentence: int) -> bool:
    """Whether the quotation that opens a sentence is all there is in its paragraph."""
    start, end = layers.paragraphs[layers.paragraph_of(sentence)]
    return quotation.span.start <= start and quotation.span.end >= end - 1


def attributed_in(layers: Findings, low: int, high: int) -> bool:
    """Whether any of the tokens belongs to what somebody said."""
    return any(layers.said[low:high])


def last_quoted(layers: Findings, start: int) -> Attribution | None:
    """The attribution that ends last before an offset; of those in one sentence, one with quoted words."""
    before = [(end_of(found), found) for found in layers.found_before(start) if found.source is not None and is_said(layers, found)]
    if not before:
        return None
    low, _ = layers.clauses.bounds(layers.at(max(end for end, _ in before)) - 1)
    begins = layers.tokens.starts[low]
    near = [found for end, found in before if end > begins]
    return near[0] if len(near) == 1 else max(near, key=lambda found: closeness(layers, found))


def is_said(layers: Findings, found: Attribution) -> bool:
    """Whether it is not denied that somebody said it: after "He did not say why." nobody goes on."""
    return found.cue is None or found.cue.modality is not Modality.DENIED or has_quoted(layers, found)


def closeness(layers: Findings, found: Attribution) -> tuple[bool, bool, int]:
    """What an attribution has before others of its sentence: quoted words, a place in the main clause, a later end."""
    quoted = has_quoted(layers, found)
    source = layers.at(found.source.start) if found.source is not None else -1
    reported = source >= 0 and (layers.said[source] or layers.shape[source] in RELATIVE_OR_THAT)
    return quoted, not reported, end_of(found)


def end_of(found: Attribution) -> int:
    """Where an attribution ends, its source included."""
    return max(found.contents[-1].end, found.source.end if found.source else 0)


CONTEXT_RULES = (sentence_colon_quote, introducing_sentence, carry_over, same_speaker)
