"""Wet, artikel 13, 16 en 19: in which of the two groups somebody falls, and who pays the course.

DUO decides on the group; what is computed here is a check beside DUO's decision.
"""

from meedoen.rules.choices import (
    Betaler,
    Choice,
    Doelgroep,
    Leerroute,
    Referent,
    Verblijfsdoel,
    Verblijfsrecht,
)
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import of_aanbod_voor_iedereen
from meedoen.rules.logic import Finding, all_of, any_of, by_word, equals, fork, not_so, one_of
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def asielstatushouder(f: Facts, law: Law) -> Finding:
    """Wet, artikel 13, eerste lid: de groep die van het college een aanbod krijgt (R01.08)."""
    return any_of(
        Finding(
            "heeft een asielvergunning voor bepaalde tijd",
            "Wi 13:1a",
            equals(f.verblijfsrecht, Verblijfsrecht.ASIEL),
        ),
        all_of(
            _regulier(f),
            Finding(
                "verblijft hier als familie- of gezinslid",
                "Wi 13:1b",
                one_of(f.verblijfsdoel, Verblijfsdoel.FAMILIE, Verblijfsdoel.FAMILIE_BIJ_TIJDELIJK),
            ),
            Finding(
                "bij iemand met asiel of internationale bescherming",
                "Wi 13:1b",
                one_of(
                    f.verblijf_bij,
                    Referent.ASIEL_BEPAALD,
                    Referent.ASIEL_ONBEPAALD,
                    Referent.LANGDURIG_BESCHERMD,
                ),
            ),
            text="is gezinslid van iemand met asiel",
            basis="Wi 13:1b",
        ),
        text="is asielstatushouder",
        basis="Bi 1.1",
    )


def gezins_of_overige_migrant(f: Facts, law: Law) -> Finding:
    """Wet, artikel 19: regulier bepaalde tijd, maar geen gezinslid bij asiel (R01.09)."""
    return all_of(
        _regulier(f),
        not_so(asielstatushouder(f, law), text="is geen asielstatushouder", basis="Wi 19"),
        text="is gezins- of overige migrant",
        basis="Bi 1.1",
    )


def valt_in_een_doelgroep(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 1.1: of iemand in een van de twee groepen valt (R01.08, R01.09).

    Every permit for a fixed term gives one of them, also while it is unknown which.
    """
    return any_of(
        Finding(
            "heeft een asielvergunning voor bepaalde tijd",
            "Wi 13:1a",
            equals(f.verblijfsrecht, Verblijfsrecht.ASIEL),
        ),
        _regulier(f),
        text="valt in een van de twee doelgroepen",
        basis="Bi 1.1",
    )


def doelgroep(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 1.1: de doelgroep, als controle op die van DUO; anders geen antwoord."""
    asiel, ander = asielstatushouder(f, law), gezins_of_overige_migrant(f, law)
    geen = Finding("valt in geen van beide groepen", "Bi 1.1", constant(None, Doelgroep))
    return fork(
        asiel,
        _woord(Doelgroep.ASIELSTATUSHOUDER),
        fork(
            ander,
            _woord(Doelgroep.GEZINS_OF_OVERIGE_MIGRANT),
            geen,
            text="groep van wie geen asielstatushouder is",
            basis="Wi 19",
        ),
        text="doelgroep",
        basis="Bi 1.1",
    )


def krijgt_aanbod(f: Facts, law: Law) -> Finding:
    """Wet, artikel 16, eerste lid: alleen asielstatushouders krijgen een aanbod (R01.20)."""
    volgens_wet = Finding(
        "het college biedt een cursus of opleiding aan",
        "Wi 16:1",
        equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER),
    )
    return of_aanbod_voor_iedereen(f, law, volgens_wet)


def betaler_cursusuren(f: Facts, law: Law) -> Finding:
    """Wie de cursusuren betaalt: het college, de persoon zelf, of wat de gemeente koos (R01.20).

    For a gezins- of overige migrant in the zelfredzaamheidsroute the text is open (Bi 3.14:1).
    """
    keuze = law.in_force(f.dagtekening_eerste_pip).betaler_zelfredzaamheidsroute
    college, zelf = _woord(Betaler.COLLEGE, "Wi 16:1"), _woord(Betaler.INBURGERAAR, "Wi 20:1")
    migrant = by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: zelf,
            Leerroute.ONDERWIJSROUTE: zelf,
            Leerroute.ZELFREDZAAMHEIDSROUTE: Finding("keuze van de gemeente", "Bi 3.14:1", keuze),
        },
        text="wie voor een gezins- of overige migrant betaalt",
        basis="Bi 3.14:1",
    )
    return fork(
        krijgt_aanbod(f, law), college, migrant, text="de cursusuren betaalt", basis="Wi 16:1"
    )


def kosten_voor_gemeente(f: Facts, law: Law) -> Finding:
    """Wet, artikel 16, eerste lid: wat de lessen van deze leerroute de gemeente kosten (R01.20).

    The price is that of her own contracts, and no number of the law: unknown until she tells it.
    """
    p = law.in_force(f.dagtekening_eerste_pip)
    betaler = betaler_cursusuren(f, law)
    prijs = by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: _prijs(p.prijs_b1_route),
            Leerroute.ONDERWIJSROUTE: _prijs(p.prijs_onderwijsroute),
            Leerroute.ZELFREDZAAMHEIDSROUTE: _prijs(p.prijs_zelfredzaamheidsroute),
        },
        text="prijs van deze leerroute",
        basis="Wi 16:1",
    )
    return fork(
        Finding(
            "het college betaalt de lessen",
            "Wi 16:1",
            equals(betaler.value, Betaler.COLLEGE),
            (betaler,),
        ),
        prijs,
        Finding("de gemeente betaalt niets", "Wi 20:1", constant(0, Kind.CENTS)),
        text="kosten van de lessen voor de gemeente",
        basis="Wi 16:1",
    )


def _prijs(value: Column) -> Finding:
    return Finding("prijs in de contracten van de gemeente", "Wi 16:1", value)


def _regulier(f: Facts) -> Finding:
    return Finding(
        "heeft een reguliere vergunning voor bepaalde tijd",
        "Wi 19",
        equals(f.verblijfsrecht, Verblijfsrecht.REGULIER),
    )


def _woord(word: Choice, basis: str = "Bi 1.1") -> Finding:
    return Finding("dan is dat", basis, constant(word, type(word)))
