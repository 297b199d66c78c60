"""Which articles there are: `articles.csv`, so that data may only cite what exists."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("articles.csv")


@cache
def citations() -> frozenset[str]:
    """Every article that may be cited, as it is written: `Wi 14:1`, `Awb 5:48`."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return frozenset(
            f"{row['law']} {row['article']}" + (f":{row['part']}" if row["part"] else "")
            for row in csv.DictReader(file)
        )
