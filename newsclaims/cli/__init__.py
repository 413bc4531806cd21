"""The command line: a file for each command, and what they share (articles in, tables and outputs out, going on after a stop)."""

from __future__ import annotations

from newsclaims.cli.main import main

__all__ = ["main"]
