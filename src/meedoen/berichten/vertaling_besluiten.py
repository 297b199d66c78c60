"""What DUO decided on requests: exempt for good, for a while or for a part; more time.

Which of vrijstelling and ontheffing it was, and on what ground, could tell of health: what is kept
is what somebody does not have to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from meedoen.berichten.zaak import Zaak
from meedoen.dossier.actions.received import Uitspraak
from meedoen.ports.duo_answers import (
    OntheffingAnswer,
    PlichtAnswer,
    VerlengingAnswer,
    VrijstellingAnswer,
)
from meedoen.ports.duo_words import Examenonderdeel, Omvang, Oordeel, RedenGeenPlicht, Word

HOEFT_NIET = {
    Examenonderdeel.KNM: "knm_hoeft_niet",
    Examenonderdeel.LEZEN: "lezen_hoeft_niet",
    Examenonderdeel.LUISTEREN: "luisteren_hoeft_niet",
    Examenonderdeel.SCHRIJVEN: "schrijven_hoeft_niet",
    Examenonderdeel.SPREKEN: "spreken_hoeft_niet",
}
VERLEEND = "vrijstelling_of_ontheffing_verleend"


def vrijstellingen(zaak: Zaak) -> Iterator[Uitspraak]:
    """Parts that somebody may skip, the days of a temporary one, and refusals (Wi 4, 7:3)."""
    answer: tuple[VrijstellingAnswer, ...] = zaak.answers["vrijstelling"] or ()
    for each in answer:
        oordeel = zaak.word("Oordeel", each.oordeel)
        if oordeel is Oordeel.AFGEWEZEN:
            yield _refused(each.omvang, each.onderdeel, each.beslist_op, on=zaak.on)
        if oordeel is Oordeel.TOEGEKEND and each.omvang is Omvang.GEDEELTELIJK:
            yield from _part(each.onderdeel, each.beslist_op or zaak.on, zaak)
    yield from _temporary(answer, zaak)


def exempt_no_more(duty: PlichtAnswer, zaak: Zaak) -> Iterator[Uitspraak]:
    """What began and is over: somebody has the duty, or has it no more for another reason."""
    since = zaak.known.get("tijdelijk_vrijgesteld_van")
    if isinstance(since, date) and since <= zaak.on and _exempt_now(duty) is False:
        yield Uitspraak("tijdelijke_vrijstelling_voorbij", zaak.on)


def _exempt_now(duty: PlichtAnswer) -> bool | None:
    """Whether DUO exempts somebody for a while today; None: DUO gave a reason we do not know."""
    if duty.plichtig:
        return False
    reden = duty.reden_geen_plicht.choice if duty.reden_geen_plicht is not None else None
    return None if reden is None else reden is RedenGeenPlicht.TIJDELIJKE_VRIJSTELLING


def _temporary(answer: tuple[VrijstellingAnswer, ...], zaak: Zaak) -> Iterator[Uitspraak]:
    """The last one that was granted, if it holds now or is to begin."""
    duty: PlichtAnswer | None = zaak.answers.get("plicht")
    now = duty is None or _exempt_now(duty) is not False
    granted = [
        each.period
        for each in answer
        if each.omvang is Omvang.TIJDELIJK
        and each.oordeel.choice is Oordeel.TOEGEKEND
        and each.period is not None
        and each.period.van is not None
    ]
    standing = [each for each in granted if each.van is not None and (now or each.van > zaak.on)]
    if not standing:
        if "tijdelijk_vrijgesteld_van" in zaak.known:
            yield Uitspraak("tijdelijke_vrijstelling_voorbij", zaak.on)
        return
    last = max(standing, key=lambda period: period.van or date.min)
    told = {
        "tijdelijk_vrijgesteld_van": last.van,
        # one without an end takes the place of one that had an end
        "tijdelijk_vrijgesteld_tot": last.tot or "onbekend",
    }
    yield Uitspraak("tijdelijk_vrijgesteld", last.van or zaak.on, told)


def ontheffingen(zaak: Zaak) -> Iterator[Uitspraak]:
    """Parts and hours that somebody does not have to do, and refusals (Wi 5; Bi 2.7:3)."""
    answer: tuple[OntheffingAnswer, ...] = zaak.answers["ontheffing"] or ()
    for each in sorted(answer, key=lambda one: one.beslist_op):
        oordeel = zaak.word("Oordeel", each.oordeel)
        if oordeel is Oordeel.AFGEWEZEN:
            yield _refused(each.omvang, each.onderdeel, each.beslist_op, on=zaak.on)
        if oordeel is Oordeel.TOEGEKEND and each.omvang is Omvang.GEDEELTELIJK:
            yield from _part(each.onderdeel, each.beslist_op, zaak)
    yield from _hours(answer)


def _hours(answer: tuple[OntheffingAnswer, ...]) -> Iterator[Uitspraak]:
    """How many hours somebody can take part: of the last decision that says it."""
    granted = [
        each
        for each in answer
        if each.oordeel.choice is Oordeel.TOEGEKEND and each.participatie_uren is not None
    ]
    if granted:
        last = max(granted, key=lambda one: (one.beslist_op, one.participatie_uren or 0))
        told = {
            "ontheffing_participatie": True,
            "participatie_uren_hoogstens": last.participatie_uren,
        }
        yield Uitspraak(VERLEEND, last.beslist_op, told)


def _part(onderdeel: Word[Examenonderdeel] | None, day: date, zaak: Zaak) -> Iterator[Uitspraak]:
    found = zaak.word("Onderdeel van het examen", onderdeel)
    if found is not None:
        yield Uitspraak(VERLEEND, day, {HOEFT_NIET[found]: True})


def _refused(
    omvang: Omvang, onderdeel: Word[Examenonderdeel] | None, day: date | None, *, on: date
) -> Uitspraak:
    which = "" if onderdeel is None else f" {onderdeel.raw}"
    kenmerk = f"{day or ''} {omvang.value}{which}"
    return Uitspraak("aanvraag_afgewezen", day or on, kenmerk=kenmerk)


def verlengingen(zaak: Zaak) -> Iterator[Uitspraak]:
    """The last request for more time: open, or decided (Bi 4.5). The term tells its new end."""
    answer: tuple[VerlengingAnswer, ...] = zaak.answers["verlenging"] or ()
    for each in answer:
        zaak.word("Oordeel over meer tijd", each.oordeel)
    known = zaak.known.get("verlenging_gevraagd_op")
    told = [each for each in answer if each.aangevraagd_op <= zaak.on]
    if not told:
        return
    last = max(told, key=lambda each: each.aangevraagd_op)
    if isinstance(known, date) and known > last.aangevraagd_op:
        return  # asked since, and written down by hand
    if last.oordeel.choice is Oordeel.IN_BEHANDELING:
        asked = {"verlenging_gevraagd_op": last.aangevraagd_op}
        yield Uitspraak("verlenging_gevraagd", last.aangevraagd_op, asked)
    elif last.oordeel.choice is not None:
        day = last.beslist_op or zaak.on
        besluit = {"besluit": last.oordeel.choice.value}
        kenmerk = f"{last.aangevraagd_op} {last.oordeel.choice.value}"
        yield Uitspraak("verlenging_beslist", day, besluit, kenmerk=kenmerk)
