"""What the pretend DUO answers when it is asked: people as DUO writes them.

Dates keep DUO's conventions: an end is the last day, except that of a term and of hours.
"""

from datetime import date
from typing import Any

from meedoen.adapters.pretend_duo.persoon import Persoon, Plicht, Uren, Wire
from meedoen.adapters.pretend_duo.refusal import Refusal
from meedoen.adapters.pretend_duo.term import free_attempts
from meedoen.adapters.pretend_duo.world import World

ONDERDELEN = ("KNM", "LE", "LU", "SC", "SP")


def answer(name: str, world: World, persoon: Persoon | None) -> Any:
    """The body of one question, ready for JSON. Errors: Refusal 404 where there is nothing."""
    if persoon is None:
        return getattr(world.setting, name)
    simple = {
        "lbt_resultaten": persoon.besluiten.lbt_resultaten,
        "vrijstellingen": persoon.besluiten.vrijstellingen,
        "ontheffingen": persoon.besluiten.ontheffingen,
        "examens": persoon.besluiten.examens,
        "verlengingen": persoon.besluiten.verlengingen,
        "boetes": persoon.besluiten.boetes,
    }
    if name in simple:
        return simple[name]
    if name == "gebeurtenissen":
        words = world.setting.omschrijvingen
        return [
            {"id": code, "omschrijving": words.get(code, code), "datum": op.isoformat()}
            for op, code in persoon.gebeurtenissen
        ]
    if name.startswith("termijn"):
        return _termijn(name, persoon, world)
    return QUESTIONS[name](persoon)


def _filled(**fields: Any) -> Wire:
    """Without what is not known; days as text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in fields.items()
        if value is not None
    }


def _plicht(persoon: Persoon) -> Wire:
    last = persoon.plicht[-1]
    begun = next((p.begin for p in reversed(persoon.plicht) if p.plichtig), None)
    ended = next((p.einde for p in reversed(persoon.plicht) if p.plichtig), None)
    return _version(last) | _filled(
        begindatum=begun,
        einddatum=ended,
        datumKennisgevingInburgeringsplicht=last.kennisgeving,
        redenGeenInburgeringsplicht=last.reden,
    )


def _version(plicht: Plicht) -> Wire:
    return _filled(
        indicatorInburgeringsplicht=plicht.plichtig,
        begindatum=plicht.begin,
        einddatum=plicht.einde,
        wijzigingsdatum=plicht.gewijzigd,
    )


def _plicht_historie(persoon: Persoon) -> list[Wire]:
    return [_version(version) for version in persoon.plicht]


def _doelgroep(persoon: Persoon) -> Wire:
    last = persoon.doelgroep[-1]
    return _filled(
        indeling=last.indeling,
        begindatum=last.begin,
        gedetailleerdeDoelgroep=last.gedetailleerd,
        asielrechtenWijzigingVerblijfsdoel=last.asielrechten,
    )


def _doelgroep_historie(persoon: Persoon) -> list[Wire]:
    return [
        _filled(indeling=d.indeling, begindatum=d.begin, einddatum=d.einde)
        for d in persoon.doelgroep
    ]


def _termijn(name: str, persoon: Persoon, world: World) -> Any:
    gronden = {g["code"]: g["omschrijving"] for g in world.setting.verlengingsgronden}
    versions = [
        _filled(
            startdatum=t.start,
            einddatum=t.einde,
            wijzigingsdatum=t.gewijzigd,
            verlengingsgrondcode=t.grondcode,
            verlengingsgrondomschrijving=gronden.get(t.grondcode or ""),
        )
        for t in persoon.termijn
    ]
    if name == "termijn_historie":
        return [{k: v for k, v in version.items() if k != "startdatum"} for version in versions]
    if not versions:
        raise Refusal(404, why="er is nog geen termijn")
    return versions[-1]


def _examennummer(persoon: Persoon) -> Wire:
    if persoon.examennummer is None:
        raise Refusal(404, why="niet aangemeld voor de leerbaarheidstoets")
    return {"examennummer": persoon.examennummer}


def _pip(persoon: Persoon) -> Wire:
    if not persoon.pips:
        raise Refusal(404, why="er is geen PIP bekend")
    pip = persoon.pips[-1]
    velden = {"dagtekeningPip": pip.dagtekening.isoformat(), **pip.velden}
    return {"gemeentecode": f"{pip.gemeente:04d}", "pip": velden}


def _resultaat(soort: str, field: str, persoon: Persoon) -> Wire:
    if soort not in persoon.resultaten:
        raise Refusal(404, why="er is geen datum bekend")
    return {field: persoon.resultaten[soort].datum.isoformat()}


def _map(persoon: Persoon) -> Wire:
    return _resultaat("map", "datumEindgesprekMap", persoon)


def _pvt(persoon: Persoon) -> Wire:
    return _resultaat("pvt", "datumOndertekeningPvt", persoon)


def _uren(persoon: Persoon) -> list[Wire]:
    return [_uren_van(gemeente, uren) for gemeente, uren in sorted(persoon.uren.items())]


def _uren_van(gemeente: int, uren: Uren) -> Wire:
    wire: Wire = {"gemeentecode": f"{gemeente:04d}", "bekendTot": uren.bekend_tot.isoformat()}
    wire |= uren.soorten
    if uren.instellingen:
        wire["TaallesEnKnmInstelling"] = [
            {"instellingsnummer": nummer, **velden}
            for nummer, velden in sorted(uren.instellingen.items())
        ]
    return wire


def _gratispogingen(persoon: Persoon) -> list[Wire]:
    """Only who is in the group of asylum has them; what was taken is taken off."""
    given = free_attempts(persoon.doelgroep[-1].begin) if persoon.is_asiel else 0
    done = [exam["onderdeel"] for exam in persoon.besluiten.examens]
    return [
        {"onderdeel": part, "gratisPogingenTegoed": max(given - done.count(part), 0)}
        for part in ONDERDELEN
    ]


QUESTIONS = {
    "plicht": _plicht,
    "plicht_historie": _plicht_historie,
    "doelgroep": _doelgroep,
    "doelgroep_historie": _doelgroep_historie,
    "examennummer": _examennummer,
    "pip": _pip,
    "map": _map,
    "pvt": _pvt,
    "uren": _uren,
    "gratispogingen": _gratispogingen,
}
