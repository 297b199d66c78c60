"""Wet, artikel 27; Awb, artikel 5:41 tot en met 5:46: whether a fine may be, and is too high.

The same for the fines of the college (Wi 22, 23) and of DUO (Wi 24, 25).
"""

from meedoen.rules.boete_procedure import zware_procedure
from meedoen.rules.calendar import add_days, add_months, days_between
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, before, by_word, earliest, fork, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def bevoegdheid_vervalt_op(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:45, eerste en tweede lid: na vijf of drie jaar geen boete meer (R09.23).

    The first day without the power; objection and appeal left aside.
    """
    p = law.in_force(f.overtreding_op)
    maanden = fork(
        zware_procedure(f, law),
        Finding("zware procedure", "Awb 5:45:1", p.bevoegdheid_zware_procedure),
        Finding("overige gevallen", "Awb 5:45:2", p.bevoegdheid_lichte_procedure),
        text="zo lang kan een boete",
        basis="Awb 5:45",
    )
    return Finding(
        "geen boete meer vanaf",
        "Awb 5:45",
        add_months(f.overtreding_op, maanden.value),
        (Finding("dag van de overtreding", "Awb 5:45", f.overtreding_op), maanden),
    )


@once
def bevoegdheid_vervalt_na_bezwaar_op(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:45, derde lid: de dagen van bezwaar en beroep tellen niet mee (R09.23)."""
    zonder = bevoegdheid_vervalt_op(f, law)
    dagen = Finding(
        "dagen van bezwaar en beroep",
        "Awb 5:45:3",
        days_between(f.bezwaar_of_beroep_van, f.bezwaar_of_beroep_tot),
    )
    # what has lapsed cannot be suspended any more
    geschorst = all_of(
        Finding("maakte bezwaar of stelde beroep in", "Awb 5:45:3", f.bezwaar_of_beroep),
        Finding(
            "dat was voordat de bevoegdheid verviel",
            "Awb 5:45:3",
            before(f.bezwaar_of_beroep_van, zonder.value),
            (zonder,),
        ),
        text="de termijn is opgeschort",
        basis="Awb 5:45:3",
    )
    return fork(
        geschorst,
        Finding(
            "zoveel dagen later", "Awb 5:45:3", add_days(zonder.value, dagen.value), (zonder, dagen)
        ),
        zonder,
        text="geen boete meer vanaf, met bezwaar en beroep",
        basis="Awb 5:45:3",
    )


@once
def boete_kan_nog(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:45: de bevoegdheid is op deze dag nog niet vervallen (R09.23)."""
    zonder = bevoegdheid_vervalt_op(f, law)
    met = bevoegdheid_vervalt_na_bezwaar_op(f, law)
    return any_of(
        Finding(
            "de gewone tijd is nog niet voorbij",
            "Awb 5:45",
            before(f.today, zonder.value),
            (zonder,),
        ),
        Finding(
            "met bezwaar en beroep is de tijd nog niet voorbij",
            "Awb 5:45:3",
            before(f.today, met.value),
            (met,),
        ),
        text="een boete kan nog",
        basis="Awb 5:45",
    )


@once
def boete_uitgesloten(f: Facts, law: Law) -> Finding:
    """Wet, artikel 27; Awb, artikel 5:41 tot en met 5:45: geen boete (R09.20, R09.21, R09.37).

    Wi 27 bars the fine after a lowering. The other way round is a rule of the municipality.
    """
    return any_of(
        Finding(
            "voor dezelfde gedraging is de bijstand al verlaagd",
            "Wi 27",
            f.bijstand_verlaagd_om_gedraging,
        ),
        not_so(
            Finding("de overtreding is te verwijten", "Awb 5:41", f.verwijtbaar),
            text="de overtreding is niet te verwijten",
            basis="Awb 5:41",
        ),
        Finding("is overleden", "Awb 5:42:1", f.overleden),
        Finding("kreeg hiervoor al een boete", "Awb 5:43", f.al_beboet),
        Finding("kreeg bericht dat er geen boete komt", "Awb 5:43", f.bericht_geen_boete),
        not_so(boete_kan_nog(f, law), text="een boete kan niet meer", basis="Awb 5:45"),
        text="er mag geen boete komen",
        basis="Wi 27",
    )


@once
def boete_te_hoog(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:46, derde lid; Besluit, artikel 7.1:6, 7.2:3 (R09.06, R09.13, R09.21).

    The person must make it plausible. What the college or DUO knows of counts by itself, but the
    Besluit says so for the fines of Wi 22 and 24 only.
    """
    aannemelijk = Finding(
        "maakte bijzondere omstandigheden aannemelijk",
        "Awb 5:46:3",
        f.bijzondere_omstandigheden_aannemelijk,
    )
    intake, pvt_of_map = (_ook_bekend(f, aannemelijk, basis) for basis in ("Bi 7.1:6", "Bi 7.2:3"))
    return by_word(
        Finding("overtreding", "Wi 26:1", f.overtreding),
        {
            Overtreding.NIET_VERSCHENEN: intake,
            Overtreding.NIET_MEEGEWERKT: intake,
            Overtreding.BEGELEIDING: aannemelijk,
            Overtreding.INTENSITEIT_PVT: aannemelijk,
            Overtreding.INTENSITEIT_MAP: aannemelijk,
            Overtreding.INTENSITEIT_LEERROUTE: aannemelijk,
            Overtreding.PVT_OF_MAP: pvt_of_map,
            Overtreding.LEERROUTE: aannemelijk,
        },
        text="de boete is te hoog om bijzondere omstandigheden",
        basis="Awb 5:46:3",
    )


def verlaagde_boete(f: Facts, law: Law, bedrag: Finding) -> Finding:
    """The amount, or the lower one that an official finds fitting in special circumstances."""
    return fork(
        boete_te_hoog(f, law),
        earliest(
            bedrag,
            Finding("boete die past, volgens de ambtenaar", "Awb 5:46:3", f.passende_boete),
            text="de lagere boete",
            basis="Awb 5:46:3",
        ),
        bedrag,
        text="boete, lager om bijzondere omstandigheden",
        basis="Awb 5:46:3",
    )


def _ook_bekend(f: Facts, aannemelijk: Finding, basis: str) -> Finding:
    return any_of(
        aannemelijk,
        Finding(
            "van bijzondere omstandigheden is al bekend", basis, f.bijzondere_omstandigheden_bekend
        ),
        text="er zijn bijzondere omstandigheden",
        basis=basis,
    )
