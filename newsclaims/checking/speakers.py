"""Whether the speaker of a draft and that of a source are one somebody."""

from __future__ import annotations

from collections.abc import Mapping

from newsclaims.language import Language
from newsclaims.model import Speaker
from newsclaims.speakers.same_names import compatible, split


class SameSpeaker:
    """Compares speakers of two documents; ``aliases`` are what texts may call somebody, with the name to go by."""

    def __init__(self, language: Language, aliases: Mapping[str, object] | None = None) -> None:
        self._small = frozenset(language.table("function_words"))
        self._short_forms = {short: frozenset(whole.split()) for short, whole in language.table("nicknames").items()}
        self._articles = language.words("indefinite_articles")
        self._aliases = {_key(alias): getattr(name, "name", name) for alias, name in (aliases or {}).items()}

    def __call__(self, one: Speaker | None, other: Speaker | None) -> bool | None:
        """Whether they are one; ``None`` where the texts do not say.

        >>> from newsclaims import load_language
        >>> vane, kell = Speaker("Orla Vane", named=True, resolved=True), Speaker("Kell", named=True, resolved=True)
        >>> same = SameSpeaker(load_language("en"))
        >>> same(vane, Speaker("Vane", named=True, resolved=True)), same(vane, kell), same(vane, None)
        (True, False, None)
        """
        if one is None or other is None:
            return None
        if one.members or other.members:
            return self._any(one, other)
        name, called = self._name(one), self._name(other)
        if name == called:
            return True
        if one.named and other.named:
            return self._names(name, called) or self._is_part(one, other)
        return self._described(one, other)

    def _any(self, one: Speaker, other: Speaker) -> bool | None:
        """Groups are one where some of their members are."""
        answers = [self(each, another) for each in one.members or (one,) for another in other.members or (other,)]
        if True in answers:
            return True
        return None if None in answers else False

    def _name(self, speaker: Speaker) -> str:
        key = _key(speaker.name)
        return _key(str(self._aliases.get(key, key)))

    def _names(self, name: str, called: str) -> bool:
        one, other = split(name), split(called)
        return bool(one and other) and (compatible(one, other, self._short_forms) or (one[0] == other[0] and 1 in (len(one), len(other))))

    def _is_part(self, one: Speaker, other: Speaker) -> bool:
        """Somebody who speaks for a body, and the body."""
        return any(
            body is not None and _key(body) == self._name(speaker)
            for person, speaker in ((one, other), (other, one))
            for body in (person.affiliation, getattr(person, "on_behalf_of", None))
        )

    def _described(self, one: Speaker, other: Speaker) -> bool | None:
        """One of them has no name: they are one where the description is the other's role or body, others where it names a stranger."""
        named, described = (one, other) if one.named else (other, one)
        words = set(_key(described.name).split())
        told = [part for part in (named.role, named.affiliation, getattr(named, "on_behalf_of", None)) if part]
        if any(words & set(_key(part).split()) - self._small for part in told) or self._is_part(one, other):
            return True
        stranger = named.named and described.resolved and _key(described.name).split(" ")[0] in self._articles
        return False if stranger else None


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
