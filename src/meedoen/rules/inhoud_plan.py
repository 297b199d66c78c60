"""Wet, artikel 15; Besluit, artikel 5.3: what must stand in the PIP, and what counts before it."""

from meedoen.rules.calendar import age_in_years, subtract_months
from meedoen.rules.choices import Activiteit, Doelgroep, Leerroute
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, at_least, before, equals, not_so
from meedoen.rules.parameters import Law


def plan_compleet(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15: of alles wat moet in het PIP staat (R04.01, R04.02, R04.06, R04.07)."""
    return all_of(
        Finding("de leerroute staat erin", "Wi 15:1a", f.leerroute_vastgesteld),
        Finding("de begeleiding staat erin", "Wi 15:1b", f.begeleiding_vastgesteld),
        Finding("de intensiteit van het PVT staat erin", "Wi 15:1c", f.intensiteit_pvt_vastgesteld),
        intensiteit_map_klopt(f, law),
        intensiteit_leerroute_klopt(f, law),
        _als_het_geldt(
            Finding("heeft een kind voor VVE", "Wi 15:1d", f.kind_voor_vve),
            Finding("de afspraken over VVE staan erin", "Wi 15:1d", f.vve_vastgesteld),
        ),
        Finding("het aantal gesprekken staat erin", "Bi 5.3:4", f.gesprekken_vastgesteld),
        _als_het_geldt(
            Finding("er zijn besluiten Participatiewet", "Wi 15:3", f.bijstandsbesluiten_nodig),
            Finding("die besluiten zitten erbij", "Wi 15:3", f.bijstandsbesluiten_bijgevoegd),
        ),
        text="het PIP is compleet",
        basis="Wi 15",
    )


def intensiteit_map_klopt(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15:1c en 8:3: de intensiteit van de MAP, niet in de onderwijsroute (R04.01)."""
    return any_of(
        Finding("de intensiteit van de MAP staat erin", "Wi 15:1c", f.intensiteit_map_vastgesteld),
        Finding(
            "volgt de onderwijsroute: de MAP hoeft niet",
            "Wi 8:3",
            equals(f.leerroute, Leerroute.ONDERWIJSROUTE),
        ),
        text="de MAP is geregeld",
        basis="Wi 15:1c",
    )


def intensiteit_leerroute_klopt(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, tweede lid: alleen voor asielstatushouders, niet voor anderen (R04.02).

    For a gezins- of overige migrant the college has no power to fix it (R04.15).
    """
    asiel = Finding(
        "is asielstatushouder", "Wi 15:2", equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER)
    )
    staat = Finding("de intensiteit staat erin", "Wi 15:2", f.intensiteit_leerroute_vastgesteld)
    return any_of(
        all_of(asiel, staat, text="asielstatushouder, met intensiteit", basis="Wi 15:2"),
        all_of(
            not_so(asiel, text="is geen asielstatushouder", basis="Wi 15:2"),
            not_so(staat, text="de intensiteit staat er niet in", basis="Wi 15:2"),
            text="gezins- of overige migrant, zonder intensiteit",
            basis="Wi 15:2",
        ),
        text="de intensiteit van de leerroute klopt",
        basis="Wi 15:2",
    )


def onderwijsroute_beantwoord(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, eerste lid: geen norm naar leeftijd voor de onderwijsroute (brief L81).

    The letter expects a Dutch diploma of who is under 30: then the PIP answers that question.
    """
    naam, dag = "antwoord_onderwijsroute_onder", f.dagtekening_eerste_pip
    norm = law.in_force(dag).antwoord_onderwijsroute_onder
    leeftijd = age_in_years(f.geboren_op, dag)
    return _als_het_geldt(
        Finding("jonger dan de norm", law.number(naam).article, before(leeftijd, norm)),
        Finding(
            "het PIP zegt of de onderwijsroute past", "Brief L81", f.antwoord_onderwijsroute_in_pip
        ),
    )


def inspanning_telt_mee(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, vijfde lid: wat voor het PIP gebeurde, telt zelden mee (R04.08).

    The list of what does count is dated: Dutch at vso, praktijkonderwijs or entree since 2025.
    """
    pip = f.dagtekening_eerste_pip
    p = law.in_force(pip)
    onderwijs = Finding(
        "op vso, praktijkonderwijs of entree",
        "Bi 3.14:9",
        equals(f.activiteit, Activiteit.NIET_VRIJSTELLEND_ONDERWIJS),
    )
    op_tijd = Finding(
        "hoogstens twee jaar voor het PIP",
        "Bi 3.14:9",
        at_least(f.activiteit_op, subtract_months(pip, p.onderwijs_telt_voor_pip)),
    )
    return any_of(
        Finding("gebeurde vanaf de dag van het PIP", "Bi 5.3:5", at_least(f.activiteit_op, pip)),
        all_of(
            Finding(
                "staat in de lijst van wat voor het PIP meetelt",
                "Bi 5.3:5",
                p.listed("inspanningen_voor_pip", f.activiteit),
            ),
            any_of(
                not_so(onderwijs, text="is geen onderwijs van die soort", basis="Bi 3.14:9"),
                op_tijd,
                text="niet te lang voor het PIP",
                basis="Bi 3.14:9",
            ),
            text="telt mee, ook voor het PIP",
            basis="Bi 5.3:5",
        ),
        text="de inspanning telt mee",
        basis="Bi 5.3:5",
    )


def _als_het_geldt(geldt: Finding, geregeld: Finding) -> Finding:
    niet = not_so(geldt, text=f"geldt hier niet: {geldt.text}", basis=geldt.basis)
    return any_of(niet, geregeld, text=f"geregeld: {geregeld.text}", basis=geregeld.basis)
