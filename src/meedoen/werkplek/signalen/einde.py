"""The end (Wi 3 to 6, Bi 9.9): decisions of DUO, the certificate, closing, and keeping."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.rules.bewaartermijn import eerste_laatste_dag, weg_bij_overlijden
from meedoen.rules.choices_leerroute import Einddocument
from meedoen.rules.column import Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig
from meedoen.rules.logic import Finding, equals
from meedoen.rules.ontheffing import uiterste_dag_beslissing_ontheffing
from meedoen.rules.parameters import Law
from meedoen.rules.voldaan import document, plicht_voorbij
from meedoen.rules.vrijstelling import uiterste_dag_beslissing_vrijstelling
from meedoen.werkplek.signaal import (
    Consequence,
    Fase,
    Regelsignaal,
    Stap,
    look,
    no,
    past,
    soon,
    tell,
    unknown,
    yes,
)
from meedoen.werkplek.signalen.who import case_open, rests

WEEKS_TO_DESTROY = 8  # before the last day of keeping: time for two people to look
CLOSE = tell(lazy("Sluit de zaak"), "zaak_geeindigd")


def _differs(f: Facts, law: Law) -> Array:
    """The rules find no duty where DUO wrote of one; that of DUO stands."""
    asked = ~f.kennisgeving_op.missing & f.plicht_geeindigd_op.missing
    ours = no(inburgeringsplichtig(f, law)) & ~rests(f)
    return np.asarray(case_open(f) & asked & ours & ~_freed(f))


def _freed(f: Facts) -> Array:
    return np.asarray(yes(f.niet_meer_plichtig) | yes(f.plicht_voldaan))


def _until(f: Facts, decides: Finding) -> Array:
    """Until the day on which DUO must have decided: a refusal is no fact that somebody tells."""
    day = decides.value
    return np.asarray(case_open(f) & ~day.missing & ~past(f, day) & ~_freed(f))


def _advice(f: Facts, _law: Law) -> Array:
    """DUO wants the advice of the college on very special circumstances (Bi 2.8:2)."""
    asked = ~f.ontheffing_gevraagd_op.missing & ~unknown(f.uitzonderlijk_en_onvoorzien)
    return np.asarray(case_open(f) & asked & ~yes(f.advies_van_college) & ~_freed(f))


def _certificate(f: Facts, law: Law) -> Array:
    gets = yes(equals(document(f, law).value, Einddocument.CERTIFICAAT))
    open_case = f.zaak_geeindigd_op.missing & ~yes(f.overleden)
    return np.asarray(open_case & gets & ~yes(f.certificaat_persoonlijk_overhandigd))


def _finished(f: Facts, law: Law) -> Array:
    ended = yes(plicht_voorbij(f, law)) | ~f.plicht_geeindigd_op.missing
    return np.asarray(case_open(f) & ended & ~_certificate(f, law))


def _died(f: Facts, _law: Law) -> Array:
    return np.asarray(yes(f.overleden) & f.zaak_geeindigd_op.missing)


def _left(f: Facts, _law: Law) -> Array:
    gone = no(f.ingezetene) & f.zaak_geeindigd_op.missing
    return np.asarray(gone & ~yes(f.overleden))


def _keep_until(f: Facts, law: Law) -> Column:
    return eerste_laatste_dag(f, law).value


def _to_destroy(f: Facts, law: Law) -> Array:
    closed = ~f.zaak_geeindigd_op.missing
    day = _keep_until(f, law)
    return np.asarray(closed & (soon(f, day, WEEKS_TO_DESTROY) | yes(weg_bij_overlijden(f, law))))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="plicht_anders",
        label=lazy("Plicht: regels en DUO verschillen"),
        fase=Fase.EINDE,
        consequence=Consequence.HARM,
        rule="inburgeringsplicht.inburgeringsplichtig",
        holds=_differs,
        term=False,
        expected=True,
        title=lazy("Volgens de regels hoeft %(naam)s niet in te burgeren. Vraag DUO"),
        stappen=(tell(lazy("Leg het antwoord vast"), "plicht_beoordeeld"),),
    ),
    Regelsignaal(
        name="vrijstelling_bij_duo",
        label=lazy("DUO beslist over vrijstelling"),
        fase=Fase.EINDE,
        consequence=Consequence.HARM,
        rule="vrijstelling.uiterste_dag_beslissing_vrijstelling",
        holds=lambda f, law: _until(f, uiterste_dag_beslissing_vrijstelling(f, law)),
        waits=True,
        expected=True,
        title=lazy("DUO beslist uiterlijk op %(dag)s over vrijstelling"),
        stappen=(tell(lazy("Leg het besluit vast"), "vrijstelling_of_ontheffing_verleend"),),
    ),
    Regelsignaal(
        name="ontheffing_bij_duo",
        label=lazy("DUO beslist over ontheffing"),
        fase=Fase.EINDE,
        consequence=Consequence.HARM,
        rule="ontheffing.uiterste_dag_beslissing_ontheffing",
        holds=lambda f, law: _until(f, uiterste_dag_beslissing_ontheffing(f, law)),
        waits=True,
        expected=True,
        title=lazy("DUO beslist uiterlijk op %(dag)s over ontheffing"),
        stappen=(tell(lazy("Leg het besluit vast"), "vrijstelling_of_ontheffing_verleend"),),
    ),
    Regelsignaal(
        name="advies_aan_duo",
        label=lazy("Advies aan DUO"),
        fase=Fase.EINDE,
        consequence=Consequence.HARM,
        rule="ontheffing.uiterste_dag_beslissing_ontheffing",
        holds=_advice,
        title=lazy("DUO wacht op uw advies en beslist uiterlijk op %(dag)s"),
        stappen=(tell(lazy("Leg het advies vast"), "bijzondere_omstandigheden_beoordeeld"),),
    ),
    Regelsignaal(
        name="certificaat",
        label=lazy("Certificaat geven"),
        fase=Fase.EINDE,
        consequence=Consequence.RIGHT,
        rule="voldaan.certificaat_goed_uitgereikt",
        holds=_certificate,
        term=False,
        title=lazy("%(naam)s is klaar. Geef het certificaat persoonlijk"),
        stappen=(tell(lazy("Leg het vast"), "certificaat_overhandigd"),),
    ),
    Regelsignaal(
        name="klaar",
        label=lazy("Klaar: zaak sluiten"),
        fase=Fase.EINDE,
        consequence=Consequence.PAPER,
        rule="voldaan.plicht_voorbij",
        holds=_finished,
        term=False,
        title=lazy("%(naam)s hoeft niets meer te doen. Sluit de zaak"),
        stappen=(CLOSE,),
    ),
    Regelsignaal(
        name="overleden",
        label=lazy("Overleden: zaak sluiten"),
        fase=Fase.EINDE,
        consequence=Consequence.PAPER,
        rule="bewaartermijn.weg_bij_overlijden",
        holds=_died,
        term=False,
        title=lazy("%(naam)s is overleden. Stuur niets meer en sluit de zaak"),
        stappen=(CLOSE,),
    ),
    Regelsignaal(
        name="vertrokken",
        label=lazy("Vertrokken uit Nederland"),
        fase=Fase.EINDE,
        consequence=Consequence.PAPER,
        rule="inburgeringsplicht.inburgeringsplichtig",
        holds=_left,
        term=False,
        title=lazy("%(naam)s is uitgeschreven. Vul uren en uitslagen aan en sluit de zaak"),
        stappen=(CLOSE,),
    ),
    Regelsignaal(
        name="bewaren_voorbij",
        label=lazy("Bewaren is bijna voorbij"),
        fase=Fase.EINDE,
        consequence=Consequence.PAPER,
        rule="bewaartermijn.eerste_laatste_dag",
        holds=_to_destroy,
        days=_keep_until,
        title=lazy("De laatste dag om dit dossier te bewaren is %(dag)s"),
        unknown=lazy("Dit dossier moet weg: kijk wat bewaard moet blijven"),
        stappen=(
            Stap(
                lazy("Bekijk het bewaren"),
                "dossier:bewaren",
                recht=Recht.VERNIETIGING_VOORSTELLEN,
            ),
            look(lazy("Waarom deze dag?"), "bewaartermijn.eerste_laatste_dag"),
        ),
    ),
)
