"""Ellipsis: "one" stands for one of those just told of: "Port officials are worried. “It is late,” said one"."""

from __future__ import annotations

from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import DESCRIBING, NOUN
from newsclaims.language.inflection import singular
from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source


@resolution_rule("one")
def one(scene: Scene, source: Source) -> Answer:
    """One: somebody without a name, of those who were quoted or told of last."""
    if source.form != "pronoun" or source.word not in scene.words.ones:
        return "it is not “one”"
    last = scene.last_speaker
    if last is None or last.kind != "group" or last.members or scene.sentence(source.first) - scene.last_sentence > 1:
        return "no group was quoted just before"
    whole = scene.layers.mentions.after(last.label[0], last.label[1] + 1, attach=False)
    if whole is None or scene.words.kind_of_noun(singular(scene.lower[whole.head])) != "person":
        return "those who were quoted before are not told by a noun for people"
    found = scene.open(source, "person", resolved=True)
    words = scene.layers.tokens.words
    first = back_over(scene.shape, whole.head, whole.first, DESCRIBING)
    told = [*words[first : whole.head], singular(words[whole.head])]
    if scene.shape[first] == NOUN and first == scene.layers.sentence(scene.sentence(first))[0]:
        told[0] = told[0].lower()
    found.name = " ".join((words[source.first], *told))
    return found
