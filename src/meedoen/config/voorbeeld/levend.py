"""The living plan in a story: goals, a week, agreements, and whether somebody signed."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from meedoen.dossier.models import Dossier
from meedoen.law.doelen import doelenlijst
from meedoen.persoonlijk_plan.levend.actions_afspraken import Handtekening, agree, sign_plan
from meedoen.persoonlijk_plan.levend.actions_doelen import NieuwDoel, set_goals
from meedoen.persoonlijk_plan.levend.actions_week import Blok, Opvang, add_blocks, tell_care
from meedoen.persoonlijk_plan.levend.samen import language_for, samen_of, samen_pdf
from meedoen.persoonlijk_plan.models import Bezigheid, Instemming

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def live_plan(pk: int, told: Mapping[str, Any], *, on: date, at: datetime) -> None:
    """What somebody works on, his week, what he does by when, and whether he signed.

    `doelen`: names in the list or own words. `week`: per block soort, days, from, to, what, place,
    travel, who told. `afspraken`: what and by when. `tekent`: both names, `tekent_papier`: on the
    printed plan. `tekent_niet`: why.
    Errors: those of the actions.
    """
    known = doelenlijst().ik
    goals = [
        NieuwDoel(known[each], each) if each in known else NieuwDoel(each)
        for each in told.get("doelen", ())
    ]
    if goals:
        set_goals(pk, goals, van=on, on=on, at=at)
    for block in told.get("week", ()):
        _block(pk, block, on=on, at=at)
    if "opvang" in told:
        tell_care(pk, Opvang(**told["opvang"]), on=on, at=at)
    for wat, day in told.get("afspraken", ()):
        agree(pk, wat, day, on=on, at=at, gezien=None)
    if "tekent" in told:
        teken = Handtekening(Instemming.Wijze.SCHERM, *told["tekent"])
        sign_plan(pk, teken, on=on, at=at)
    if "tekent_papier" in told:
        scan = ("Getekend plan.pdf", _printed(pk, on=on, at=at))
        persoon, medewerker = told["tekent_papier"]
        teken = Handtekening(Instemming.Wijze.PAPIER, persoon, medewerker, bestand=scan)
        sign_plan(pk, teken, on=on, at=at)
    if "tekent_niet" in told:
        niet = Handtekening(Instemming.Wijze.NIET, reden=told["tekent_niet"])
        sign_plan(pk, niet, on=on, at=at)


def _printed(pk: int, *, on: date, at: datetime) -> bytes:
    """The plan as it was printed to sign, in the language of the person."""
    dossier = Dossier.objects.select_related("persoon").get(pk=pk)
    return samen_pdf(dossier, samen_of(dossier, language_for(dossier, ""), on=on), at=at)


def _block(pk: int, block: list[Any], *, on: date, at: datetime) -> None:
    soort, days, van, tot, wat, plaats, reis, bron = block
    blok = Blok(
        Bezigheid.Soort(soort),
        time.fromisoformat(van),
        time.fromisoformat(tot),
        on,
        Bezigheid.Bron(bron),
        wat,
        plaats,
        reis if reis != "" else None,
    )
    add_blocks(pk, [DAYS.index(each) + 1 for each in days.split()], blok, on=on, at=at)
