"""Numbers that belong to nobody: BSN, V-nummer, address and telephone of invented people."""

from collections.abc import Iterator
from itertools import count
from random import Random

from stdnum.nl import bsn as elfproef

STREETS = (
    "Akkerwindeplein", "Bakkersgang", "Doorwerthpad", "Eekhoornlaan", "Grutterstraat", "Havikshof",
    "Irisveld", "Kaarsenmakersdreef", "Lijsterbesweg", "Molenwiekstraat", "Notenkraker", "Oude Wal",
    "Pimpernelstraat", "Rietvinkpad", "Schelpenkade", "Turfschip", "Vuurtorenweg", "Zandloper",
)  # fmt: skip
POSTCODE = "9999 XX"  # of no street in the country
TOWNS = {9999: "Voorbeeldstad", 9998: "Briefdorp"}


class Numbers:
    """Gives each number once, always in the same order."""

    def __init__(self) -> None:
        self._bsn = _bsns()
        self._vnummer = count(9_999_000_001)  # far above what the IND ever gave
        self._telephone = count(1)

    def bsn(self) -> str:
        """A BSN of 9999xxxxx that passes the elfproef: the range that is never given to people."""
        return next(self._bsn)

    def vnummer(self) -> str:
        """Ten digits."""
        return str(next(self._vnummer))

    def telephone(self) -> str:
        """A mobile number of a block that nobody has."""
        return f"06 0000 {next(self._telephone):04d}"


def work_telephone(place: int) -> str:
    """The number of an official at work, with an area code that no town has."""
    return f"000 000 {place:04d}"


def address(rng: Random, gemeente: int) -> dict[str, str]:
    """A home in the invented town."""
    street = f"{rng.choice(STREETS)} {rng.randint(1, 180)}"
    return {"straat": street, "postcode": POSTCODE, "plaats": TOWNS[gemeente]}


def _bsns() -> Iterator[str]:
    return (number for number in map(str, count(999_900_000)) if elfproef.is_valid(number))
