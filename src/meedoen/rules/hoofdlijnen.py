"""Hoofdlijnenbrief van 2 juli 2018: its answers, where it differs from the law in logic.

A switch is a number of the law; the stelsel hoofdlijnen2018 replaces it. Most are read on the day
of the question: under wi2021 they are always known, so that nothing more is asked or unknown.
"""

from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.rules.column import Column
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, earliest, equals, fork, one_of
from meedoen.rules.parameters import Law


def schakelaar(law: Law, naam: str, dag: Column, *, text: str) -> Finding:
    """A number that says what a stelsel wants, resting on the article of that stelsel."""
    return Finding(text, law.number(naam).article, getattr(law.in_force(dag), naam))


def toets_beslist(f: Facts, law: Law, *, ja: Finding, nee: Finding, text: str) -> Finding:
    """L76 and L79: an objective test decides on A2, where the law asks hours and a judgement."""
    return fork(
        schakelaar(
            law, "objectieve_toets_voor_a2", f.today, text="een objectieve toets beslist over A2"
        ),
        ja,
        nee,
        text=text,
        basis=_basis(law, "objectieve_toets_voor_a2", nee),
    )


def of_eigen_einddoelen(f: Facts, law: Law, volgens_wet: Finding) -> Finding:
    """L88: the test rests on the end goals that were set with the person, not on hours."""
    return fork(
        schakelaar(
            law,
            "eigen_einddoelen_in_plaats_van_uren",
            f.today,
            text="eigen einddoelen komen in de plaats van uren",
        ),
        Finding(
            "haalde de einddoelen die met de persoon zijn bepaald",
            "Brief L88",
            f.eigen_einddoelen_behaald,
        ),
        volgens_wet,
        text="behaalde de zelfredzaamheidsroute",
        basis=_basis(law, "eigen_einddoelen_in_plaats_van_uren", volgens_wet),
    )


def of_aanbod_voor_iedereen(f: Facts, law: Law, volgens_wet: Finding) -> Finding:
    """L14 and L93: the municipality buys a course for everybody who must inburgeren."""
    groepen = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
    return fork(
        schakelaar(law, "aanbod_voor_iedereen", f.today, text="het aanbod is er voor iedereen"),
        Finding("hoort bij een van beide groepen", "Brief L14", one_of(f.doelgroep, *groepen)),
        volgens_wet,
        text=volgens_wet.text,
        basis=_basis(law, "aanbod_voor_iedereen", volgens_wet),
    )


def of_alle_statushouders(
    f: Facts, law: Law, volgens_wet: Finding, *, bijstand: Finding
) -> Finding:
    """L111: the default for all statushouders, also their family; only bijstand can pay."""
    return fork(
        schakelaar(
            law,
            "ontzorgen_voor_alle_statushouders",
            f.today,
            text="ontzorgen is er voor alle statushouders",
        ),
        all_of(
            bijstand,
            any_of(
                Finding(
                    "heeft een asielvergunning voor bepaalde tijd",
                    "Brief L111",
                    equals(f.verblijfsrecht, Verblijfsrecht.ASIEL),
                ),
                Finding(
                    "is asielstatushouder, ook als gezinslid",
                    "Brief L15",
                    equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER),
                ),
                text="is statushouder",
                basis="Brief L111",
            ),
            text="is statushouder en heeft bijstand",
            basis="Brief L111",
        ),
        volgens_wet,
        text=volgens_wet.text,
        basis=_basis(law, "ontzorgen_voor_alle_statushouders", volgens_wet),
    )


def of_duur_volgens_intake(f: Facts, law: Law, volgens_wet: Finding) -> Finding:
    """L110, L116 and L119: as long as the intake says, and shorter for who makes good efforts."""
    plan = Finding("einddag die in het PIP staat", "Brief L116", f.ontzorgen_volgens_plan_tot)
    eerder = earliest(
        plan,
        Finding("gaat over het eigen geld", "Brief L119", f.zelfredzaam_door_inzet_vanaf),
        text="de eerste van de twee dagen",
        basis="Brief L119",
    )
    inzet = all_of(
        schakelaar(
            law, "eerder_einde_ontzorgen_door_inzet", f.today, text="inzet maakt het korter"
        ),
        Finding("is zelfredzaam door goede inzet", "Brief L119", f.zelfredzaam_door_inzet),
        text="mag eerder over het eigen geld gaan",
        basis="Brief L119",
    )
    return fork(
        schakelaar(
            law,
            "duur_ontzorgen_volgens_intake",
            f.today,
            text="de brede intake bepaalt hoe lang het duurt",
        ),
        fork(inzet, eerder, plan, text="einde volgens het PIP", basis="Brief L116"),
        volgens_wet,
        text=volgens_wet.text,
        basis=_basis(law, "duur_ontzorgen_volgens_intake", volgens_wet),
    )


def _basis(law: Law, naam: str, volgens_wet: Finding) -> str:
    """The article of the law, or the statement of the letter where a stelsel replaces it."""
    number = law.number(naam)
    return number.article if number.instead_of else volgens_wet.basis
