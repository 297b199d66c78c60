"""Wet, artikel 14:5 en 15:1a: an advice on the leerroute with its reasons; never a decision.

The college decides. The guards look at the leerroute that stands in the (draft) PIP.
"""

from meedoen.rules.brede_intake import onderzoek_geregeld, toets_geregeld
from meedoen.rules.choices import Leerroute
from meedoen.rules.choices_leerroute import Toetsadvies
from meedoen.rules.column import constant
from meedoen.rules.facts import Facts
from meedoen.rules.leerbaarheidstoets import (
    b1_haalbaar,
    leerroute_gemotiveerd,
    toets_en_onderzoek_vervallen,
)
from meedoen.rules.leerroute import onderwijsroute_past, zelfredzaamheidsroute_past
from meedoen.rules.logic import Finding, all_of, any_of, equals, fork, not_so, same
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def toetsadvies(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, vijfde lid: wat DUO na de toets adviseert (R03.11, R03.14).

    A strong sign, that does not decide: see leerbaarheidstoets.leerroute_gemotiveerd.
    """
    return fork(
        Finding("deed de leerbaarheidstoets", "Wi 14:3a", f.toets_afgenomen),
        fork(
            b1_haalbaar(f, law),
            _toetsadvies(Toetsadvies.B1_OF_ONDERWIJS),
            _toetsadvies(Toetsadvies.ZELFREDZAAMHEID),
            text="naar de uitkomst van de toets",
            basis="Wi 14:3a",
        ),
        _toetsadvies(Toetsadvies.GEEN),
        text="advies na de toets",
        basis="Wi 14:5",
    )


def advies(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, eerste lid, onder a: advies voor de leerroute, met redenen (R05.01-R05.13).

    Two judgements that contradict each other give no advice. After a removal the route stays.
    """
    onderwijs = onderwijsroute_past(f, law)
    geen = Finding("de oordelen spreken elkaar tegen", "Wi 15:1a", constant(None, Leerroute))
    keuze = fork(
        zelfredzaamheidsroute_past(f, law),
        fork(
            onderwijs,
            geen,
            _route(Leerroute.ZELFREDZAAMHEIDSROUTE, "Wi 9:1"),
            text="past ook de onderwijsroute?",
            basis="Wi 8:1",
        ),
        fork(
            onderwijs,
            _route(Leerroute.ONDERWIJSROUTE, "Wi 8:1"),
            _route(Leerroute.B1_ROUTE, "Wi 7"),
            text="de onderwijsroute of de B1-route",
            basis="Wi 8:1",
        ),
        text="leerroute die past",
        basis="Wi 15:1a",
    )
    return fork(
        toets_en_onderzoek_vervallen(f, law),
        Finding("de leerroute van de vorige gemeente", "Wi 15:4", f.leerroute),
        keuze,
        text="advies: kies deze leerroute; het college beslist",
        basis="Wi 15:1a",
    )


def keuze_past_bij_advies(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, eerste lid, onder a: de leerroute in het plan is de geadviseerde (R05.13).

    Where not, one of the two judgements of Wi 8 and 9 does not carry the choice.
    """
    raad = advies(f, law)
    return Finding(
        "de leerroute in het plan is die van dit advies",
        "Wi 15:1a",
        same(f.leerroute, raad.value),
        (Finding("leerroute in het plan", "Wi 15:1a", f.leerroute), raad),
    )


@once
def tweede_blik_nodig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, vijfde lid: zelfredzaamheidsroute terwijl B1 haalbaar lijkt (R03.14).

    A rule of this house, that a municipality can switch off; the law asks reasons only.
    """
    p = law.in_force(f.today)
    return all_of(
        _zelfredzaam(f),
        Finding("deed de leerbaarheidstoets", "Wi 14:3a", f.toets_afgenomen),
        b1_haalbaar(f, law),
        Finding(
            "de gemeente wil dan een tweede blik",
            "Wi 14:5",
            p.tweede_blik_bij_zelfredzaamheidsroute,
        ),
        text="een tweede ambtenaar kijkt mee",
        basis="Wi 14:5",
    )


def geen_parkeerplaats(f: Facts, law: Law) -> Finding:
    """Wet, artikel 9, eerste lid: de zelfredzaamheidsroute is geen uitweg (R05.13, R05.23; brief).

    Not for who is able but does not want, and no parking place for who is difficult to help.
    """
    tweede = not_so(
        tweede_blik_nodig(f, law), text="een tweede blik is niet nodig", basis="Wi 14:5"
    )
    goed_gekozen = all_of(
        zelfredzaamheidsroute_past(f, law),
        not_so(
            Finding("kan meer, maar wil niet", "Wi 9:1", f.kan_wel_maar_wil_niet),
            text="de reden is niet dat iemand niet wil",
            basis="Wi 9:1",
        ),
        leerroute_gemotiveerd(f, law),
        any_of(
            tweede,
            Finding("een tweede ambtenaar keek mee", "Wi 14:5", f.tweede_blik_gedaan),
            text="de tweede blik is geregeld",
            basis="Wi 14:5",
        ),
        text="de zelfredzaamheidsroute is terecht gekozen",
        basis="Wi 9:1",
    )
    return any_of(
        not_so(_zelfredzaam(f), text="volgt een andere leerroute", basis="Wi 15:1a"),
        toets_en_onderzoek_vervallen(f, law),
        goed_gekozen,
        text="de zelfredzaamheidsroute is geen parkeerplaats",
        basis="Wi 9:1",
    )


def keuze_onderbouwd(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, eerste lid: de keuze rust op de brede intake en op redenen (R03.14, R05.13).

    What is missing stands among its parts, as the answers that are no. After a removal the new
    college chooses nothing: it follows the earlier route (Wi 15:4).
    """
    return any_of(
        toets_en_onderzoek_vervallen(f, law),
        all_of(
            toets_geregeld(f, law),
            onderzoek_geregeld(f, law),
            leerroute_gemotiveerd(f, law),
            geen_parkeerplaats(f, law),
            text="een eigen keuze, met redenen",
            basis="Wi 15:1",
        ),
        text="de keuze van de leerroute is onderbouwd",
        basis="Wi 15:1",
    )


def _zelfredzaam(f: Facts) -> Finding:
    return Finding(
        "in het plan staat de zelfredzaamheidsroute",
        "Wi 15:1a",
        equals(f.leerroute, Leerroute.ZELFREDZAAMHEIDSROUTE),
    )


def _route(route: Leerroute, basis: str) -> Finding:
    return Finding(str(route.value), basis, constant(route, Leerroute))


def _toetsadvies(word: Toetsadvies) -> Finding:
    return Finding(str(word.value), "Wi 14:5", constant(word, Toetsadvies))
