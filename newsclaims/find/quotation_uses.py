"""What a quotation is, where it is no speech: a title, a nickname, a word as a word, scare quotes."""

from __future__ import annotations

from newsclaims.language import Language


class QuotationUses:
    """Tells speech from other uses of quotation marks by the words around them; in doubt it is speech."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def reason(self, text: str, start: int, end: int) -> str | None:
        """Why ``text[start:end]``, marks included, is no speech; ``None`` if it is or may be."""
        return None
