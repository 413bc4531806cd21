"""Words that nobody said: "it would be wrong to say that ...", "let us say ...", "suppose Vane says ...", "nobody said ..."."""

from __future__ import annotations

import attrs

from newsclaims.grammar.cues import ASSERTED, CueMatch, Form
from newsclaims.grammar.mentions import Mention
from newsclaims.grammar.word_classes import HAVE, NOUN
from newsclaims.layers import Layers
from newsclaims.model import Cue, Modality
from newsclaims.rules.findings import Findings


def is_unsaid(layers: Findings, cue: CueMatch) -> bool:
    """Whether words are only called up: by an infinitive of "it", or of who never does so in somebody's words, or after "let"."""
    if cue.form is Form.INFINITIVE:
        source = layers.clauses.subject(cue)
        if source is None:
            return False
        if layers.tokens.lower[source.head] in layers.impersonal_pronouns:
            return True
        first = source.last + 1
        if layers.shape[cue.first - 1] != NOUN or HAVE not in layers.shape[first : cue.first]:  # "never have occasion to say"
            return False
        return not layers.language.words("negations").isdisjoint(layers.tokens.lower[first : cue.first])
    low, _ = layers.sentence(cue.sentence)
    if low >= cue.first or layers.tokens.lower[max(low, cue.first - 2)] not in layers.language.words("letting_words"):
        return False
    return cue.form is Form.FINITE and layers.tokens.lower[cue.head] == cue.lemma.split()[0]


def mood(layers: Layers, cue: Cue, source: Mention | None) -> Cue:
    """The cue, marked where its subject or the word before says that it was not said, or only if: nobody said; suppose Vane says."""
    if source is None or cue.modality is not ASSERTED:
        return cue
    first, lower, words = source.first, layers.tokens.lower, layers.language.words
    if lower[first] in words("nobody_words"):
        return attrs.evolve(cue, negated=True, modality=Modality.DENIED)
    if lower[first - 1] in words("supposing_words") and first > layers.clauses.bounds(first)[0]:
        return attrs.evolve(cue, modality=Modality.CONDITIONAL)
    return cue
