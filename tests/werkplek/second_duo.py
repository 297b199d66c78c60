"""Where DUO decided otherwise than the law says, by another hand: part of the second list."""

from collections.abc import Iterator
from datetime import date

from tests.rules.second_reading import doelgroep, inburgeringsplicht, inburgeringstermijn, voldaan
from tests.werkplek.certain import Person


def differences(p: Person) -> Iterator[tuple[str, date | None]]:
    """The signals that hold for somebody; none has a last day."""
    gone = p.has("zaak_geeindigd_op") or p.is_yes("overleden") or p.is_no("ingezetene")
    return ((name, None) for name, holds in _those(p) if holds and not gone)


def _those(p: Person) -> Iterator[tuple[str, bool]]:
    lifted, ended = p.is_yes("niet_meer_plichtig"), p.has("plicht_geeindigd_op")
    first = p.told.get("soort_termijn") == "termijn van drie jaar"
    ours, theirs = p.day(inburgeringstermijn.einde), p.told.get("einde_huidige_termijn")
    other = ours is not None and theirs is not None and ours != theirs
    yield "duo_andere_termijn", first and not p.is_yes("plicht_onderbroken") and other
    group, told = p.certain(doelgroep.doelgroep), p.told.get("doelgroep")
    yield "duo_andere_doelgroep", None not in {group, told} and group != told
    otherwise = ended and not lifted and p.is_no("plicht_voldaan")
    yield "duo_geen_plicht", otherwise and p.yes(inburgeringsplicht.inburgeringsplichtig)
    yield "duo_voldaan", p.is_yes("plicht_voldaan") and p.no(voldaan.voldaan)
