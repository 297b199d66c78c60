"""A pretend COA: koppeling and klantprofiel of the people of the pretend DUO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from meedoen.adapters.coa_json import write
from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.world import World
from meedoen.ports.coa import Deelname, Gezinslid, Identiteit, Klantprofiel, Koppeling, Taalniveau
from meedoen.ports.identity import Bsn
from meedoen.ports.period import Period

LIST = re.compile(r"/coa/(\d{1,4})/koppelingen\.json", re.ASCII)
ONE = re.compile(r"/coa/(\d{1,4})/klantprofielen/(\d{10})\.json", re.ASCII)
AZC = "AZC Duindorp (verzonnen)"
BEFORE_LESSONS = timedelta(days=14)
FAMILIES = ((), ("partner",), ("partner", "kind"))
LANGUAGES = (("Tigrinya",), ("Arabisch", "Engels"), ("Dari", "Pashto"), ("Oekraïens", "Russisch"))
LEVELS = ("nog geen A1", "A1")


class PretendCoa:
    """What COA would tell one municipality (ports.coa.Coa)."""

    def __init__(self, world: World, gemeente: int) -> None:
        self.world, self.gemeente = world, gemeente

    def koppelingen(self, on: date) -> tuple[Koppeling, ...]:
        """Who is coupled here on a day, and not yet housed."""
        with self.world.lock:
            return tuple(
                Koppeling(identiteit_of(persoon), self.gemeente, since, AZC)
                for persoon, since in self._coupled()
                if since <= on
            )

    def klantprofiel(self, vnummer: str, on: date) -> Klantprofiel | None:
        """The profile of somebody coupled here; None for anybody else."""
        with self.world.lock:
            for persoon, since in self._coupled():
                if f"{persoon.vnummer:010d}" == vnummer and since <= on:
                    return _profile(persoon, since, on)
        return None

    def _coupled(self) -> Iterator[tuple[Persoon, date]]:
        for persoon in self.world.people:
            home = persoon.verblijf[-1] if persoon.verblijf else None
            if home and home.coa and home.gemeente == self.gemeente:
                yield persoon, home.vanaf


def answer(path: str, world: World) -> bytes | None:
    """What is asked over HTTP, as JSON; None for an address that is not there."""
    if found := LIST.fullmatch(path):
        coa = PretendCoa(world, int(found[1]))
        return b"[" + b",".join(write(row) for row in coa.koppelingen(world.day)) + b"]"
    if found := ONE.fullmatch(path):
        profile = PretendCoa(world, int(found[1])).klantprofiel(found[2], world.day)
        return write(profile) if profile else None
    return None


def write_folder(coa: PretendCoa, folder: Path, on: date) -> int:
    """Two files for everybody coupled; returns how many people. Errors: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    coupled = coa.koppelingen(on)
    for koppeling in coupled:
        vnummer = koppeling.identiteit.vnummer
        (folder / f"koppeling-{vnummer}.json").write_bytes(write(koppeling))
        profile = coa.klantprofiel(vnummer, on)
        if profile is not None:
            (folder / f"klantprofiel-{vnummer}.json").write_bytes(write(profile))
    return len(coupled)


def identiteit_of(persoon: Persoon) -> Identiteit:
    """The identity that COA knows."""
    voornamen, _, achternaam = persoon.naam.partition(" ")
    bsn = Bsn(persoon.bsn) if persoon.bsn_bekend else None
    return Identiteit(f"{persoon.vnummer:010d}", voornamen, achternaam, persoon.geboren, bsn)


def _profile(persoon: Persoon, since: date, on: date) -> Klantprofiel:
    """Invented from the number, so that the same person always has the same profile."""
    first = since + BEFORE_LESSONS
    lessons = on >= first
    family = FAMILIES[persoon.vnummer % len(FAMILIES)]
    return Klantprofiel(
        identiteit_of(persoon),
        on,
        gezin=tuple(
            Gezinslid(f"{persoon.vnummer + 500_000 + row:010d}", relatie)
            for row, relatie in enumerate(family)
        ),
        deelname=(Deelname("NT2", Period(first, None), (on - first).days),) if lessons else (),
        voortgang=tuple(
            Taalniveau(skill, LEVELS[(persoon.vnummer + row) % 2], on)
            for row, skill in enumerate(("lezen", "luisteren", "spreken", "schrijven"))
            if lessons
        ),
        talen=LANGUAGES[persoon.vnummer % len(LANGUAGES)],
    )
