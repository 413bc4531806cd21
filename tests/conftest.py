"""Settings of all tests."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import settings

# No deadlines: a slow machine is no failure. In CI the same examples every time, so that a failure can be repeated.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Spark talks to this machine only, whatever its name leads to, and its workers are of this Python.
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable

WARNINGS_OF_PYSPARK = (
    # To see whether pandas is there, mapInArrow imports it and warns of its newest release; no pandas data is made here.
    "ignore:PySpark does not yet fully support pandas:FutureWarning",
    # pyspark 3.5 compares the versions of libraries by means of distutils.
    "ignore:distutils Version classes are deprecated:DeprecationWarning",
    # pyspark leaves the sockets through which rows come, and py4j its own, to the garbage collector.
    "ignore:unclosed <socket.socket:ResourceWarning",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("spark"):
            for each in WARNINGS_OF_PYSPARK:
                item.add_marker(pytest.mark.filterwarnings(each))
