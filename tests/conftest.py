"""Settings of all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadlines: a slow machine is no failure. In CI the same examples every time, so that a failure can be repeated.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
