"""OINs of the invented world: twenty digits, in a range that nobody was given."""

import re

DUO = "00000001999990000000"
SHAPE = re.compile(r"\d{20}", re.ASCII)
OURS = re.compile(r"0000000199999(\d{4})000", re.ASCII)


def oin_of(gemeente: int) -> str:
    """The OIN of the municipality with this code."""
    return f"0000000199999{gemeente:04d}000"


def gemeente_of(oin: str) -> int | None:
    """The code of the municipality with this OIN; None for DUO and for any other."""
    found = OURS.fullmatch(oin)
    return int(found[1]) or None if found else None
