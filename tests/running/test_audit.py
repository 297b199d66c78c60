"""`./meedoen audit` never calls clean what it could not ask, and tells the age of every package."""

import json
from datetime import date
from typing import Any

import pytest

from meedoen.config.audit import (
    FAULTY,
    NOT_ASKED,
    NoAnswerError,
    Report,
    ages,
    newer_versions,
    read,
    verdict,
)

CLEAN = Report((), ())
SKIPPED = Report((), ("django", "numpy"))
FAULT = Report(("django 5.2.0: PYSEC-1, mended in 5.2.1",), ())


@pytest.mark.parametrize(
    ("answers", "code", "word"),
    [
        ([CLEAN], 0, "No known fault"),
        ([SKIPPED, CLEAN], 0, "2 packages were skipped"),
        (["pypi does not answer", CLEAN], 0, "pypi does not answer"),
        ([FAULT, CLEAN], FAULTY, "PYSEC-1"),
        ([SKIPPED, FAULT], FAULTY, "PYSEC-1"),
        ([SKIPPED, "osv does not answer"], NOT_ASKED, "NOT AUDITED"),
        ([SKIPPED, SKIPPED], NOT_ASKED, "NOT AUDITED"),
        ([], NOT_ASKED, "NOT AUDITED"),
    ],
)
def test_the_verdict(answers: list[Report | str], code: int, word: str) -> None:
    found, lines = verdict(answers)
    assert found == code
    assert word in "\n".join(lines)


def test_the_answer_of_pip_audit_is_read() -> None:
    faults = [{"id": "PYSEC-1", "fix_versions": ["5.2.1"]}, {"id": "PYSEC-2", "fix_versions": []}]
    packages: list[dict[str, Any]] = [
        {"name": "django", "version": "5.2.0", "vulns": faults},
        {"name": "numpy", "version": "2.4.0", "vulns": []},
        {"name": "typst", "skip_reason": "not found"},
    ]
    report = read(json.dumps({"dependencies": packages}))
    assert report.unknown == ("typst",)
    assert report.faults == (
        "django 5.2.0: PYSEC-1, mended in 5.2.1",
        "django 5.2.0: PYSEC-2, mended in no version yet",
    )
    with pytest.raises(NoAnswerError):
        read("<html>")


def test_the_oldest_stands_first_with_what_is_newer() -> None:
    file = {"upload-time": "2026-11-03T15:22:09Z"}
    locked: list[dict[str, Any]] = [
        {"name": "meedoen", "version": "1", "source": {"editable": "."}},
        {"name": "new", "version": "2.0", "source": {"registry": "x"}, "wheels": [file]},
        {
            "name": "old",
            "version": "1.0",
            "source": {"registry": "x"},
            "sdist": {"upload-time": "2020-01-01T00:00:00.5Z"},
        },
    ]
    newer = newer_versions("Resolved 2 packages\nUpdate new v2.0 -> v2.1\nAdd other v1\n")
    lines = [" ".join(line.split()) for line in ages(locked, newer, today=date(2026, 11, 13))]
    assert lines == ["2508 days old 1.0 OLD", "10 days new 2.0 newer: 2.1"]
