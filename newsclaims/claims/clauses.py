"""Where a clause begins: a subject, which has a noun or a pronoun in it, and its verb."""

from __future__ import annotations

import functools
import re

from newsclaims.claims.clause_classes import CUT_HEAD, CUT_START, CUT_SUBJECT
from newsclaims.grammar.word_classes import FINITE

SUBJECT = f"[{CUT_SUBJECT}]"
CLAUSE = f"(?=[{CUT_START}])(?={SUBJECT}{{0,10}}[{CUT_HEAD}]){SUBJECT}{{1,11}}[{FINITE}]"


@functools.cache
def _clause() -> re.Pattern[str]:
    return re.compile(CLAUSE)


def opens_clause(shape: str, at: int, stop: int) -> bool:
    """Whether a subject with its verb begins at a token."""
    return _clause().match(shape, at, stop - 1) is not None
