"""What made a document."""

from __future__ import annotations

import attrs

from newsclaims.model.values import ByValues

SHIPPED = "default"
"""What is as it comes with the package."""


@attrs.frozen(repr=False)
class MadeBy(ByValues):
    """What made a document: two that were made by the same were read in the same way.

    ``version`` is that of newsclaims, ``language`` the name of the language. ``rules`` tells how the rules for quotes differ from the
    shipped ones: "default", "default without carry-over, with letterhead". ``configuration`` is a fingerprint (16 hex digits of
    SHA-256) of all that the extractor was made of: words, rules of every stage, aliases, least confidence, weights; "default" where
    all is as shipped. It holds the template of a rule, but of a rule made of a function the name and the module, not the code.
    """

    _shows = ("version", "language", "rules", "configuration")

    version: str
    language: str
    rules: str = SHIPPED
    configuration: str = SHIPPED

    def __str__(self) -> str:
        """On a line, with what is as shipped left out.

        >>> str(MadeBy("0.1.0", "en")), str(MadeBy("0.1.0", "en", configuration="9f3c2a11b0de4455"))
        ('newsclaims 0.1.0 en', 'newsclaims 0.1.0 en 9f3c2a11b0de4455')
        """
        line = f"newsclaims {self.version} {self.language}"
        return line if self.configuration == SHIPPED else f"{line} {self.configuration}"
