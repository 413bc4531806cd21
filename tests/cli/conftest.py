"""Annotated articles for the commands that read them."""

from __future__ import annotations

from tests.evaluation.conftest import write_standoff

__all__ = ["write_standoff"]
