"""Bijstand and ontzorgen (Pw 18, 18b, 52, 56a): terms of the college, and what does not fit."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.bijstand import besluit_klopt_met_norm
from meedoen.rules.calendar import day_before
from meedoen.rules.choices_geld import Machtiging
from meedoen.rules.column import Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.logic import equals
from meedoen.rules.ontzorgen import einde_ontzorgen, ontzorgen_loopt, vaste_lasten_passen
from meedoen.rules.parameters import Law
from meedoen.rules.taaleis import redelijk_vermoeden, taaltoets_nodig
from meedoen.werkplek.signaal import (
    Consequence,
    Fase,
    Regelsignaal,
    look,
    no,
    soon,
    tell,
    unknown,
    yes,
)
from meedoen.werkplek.signalen.who import case_open

WEEKS_TO_PREPARE = 8  # before the college stops paying: time to learn to pay oneself


def _asked(f: Facts, _law: Law) -> Array:
    """An application for bijstand on which nobody decided yet."""
    ended = yes(f.bijstand_beeindigd)
    waits = ~f.bijstand_aangevraagd_op.missing & f.recht_op_bijstand_vanaf.missing
    return np.asarray(case_open(f) & waits & ~ended)


def _test_language(f: Facts, law: Law) -> Array:
    tested = ~f.uitkomst_taaltoets_op.missing
    return np.asarray(case_open(f) & yes(taaltoets_nodig(f, law)) & ~tested)


def _write_about_language(f: Facts, law: Law) -> Array:
    written = ~f.kennisgeving_taaleis_op.missing
    return np.asarray(case_open(f) & yes(redelijk_vermoeden(f, law)) & ~written)


def _no_consent(f: Facts, law: Law) -> Array:
    answered = yes(equals(f.machtiging_ontzorgen, Machtiging.GEGEVEN)) | yes(
        equals(f.machtiging_ontzorgen, Machtiging.GEWEIGERD)
    )
    return np.asarray(case_open(f) & yes(ontzorgen_loopt(f, law)) & ~answered)


def _last_day(f: Facts, law: Law) -> Column:
    return day_before(einde_ontzorgen(f, law).value)


def _nearly_over(f: Facts, law: Law) -> Array:
    running = yes(ontzorgen_loopt(f, law))
    return np.asarray(case_open(f) & running & soon(f, _last_day(f, law), WEEKS_TO_PREPARE))


def _too_little(f: Facts, law: Law) -> Array:
    return np.asarray(case_open(f) & yes(ontzorgen_loopt(f, law)) & no(vaste_lasten_passen(f, law)))


def _look_again(f: Facts, _law: Law) -> Array:
    return np.asarray(case_open(f) & yes(f.herziening_gevraagd) & unknown(f.komt_plicht_nu_na))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="voorschot",
        label=lazy("Voorschot op de bijstand"),
        fase=Fase.GELD,
        consequence=Consequence.RIGHT,
        rule="bijstand.uiterste_dag_voorschot",
        holds=_asked,
        title=lazy("Is er nog geen besluit over bijstand? Geef uiterlijk %(dag)s een voorschot"),
        stappen=(tell(lazy("Leg het besluit vast"), "bijstand_toegekend"),),
    ),
    Regelsignaal(
        name="taaltoets",
        label=lazy("Taaltoets voor de bijstand"),
        fase=Fase.GELD,
        consequence=Consequence.RIGHT,
        rule="taaleis.uiterste_dag_taaltoets",
        holds=_test_language,
        title=lazy("Neem uiterlijk op %(dag)s de taaltoets af"),
        stappen=(tell(lazy("Leg de uitslag vast"), "taaltoets_gedaan"),),
    ),
    Regelsignaal(
        name="kennisgeving_taaleis",
        label=lazy("Brief over de taaleis"),
        fase=Fase.GELD,
        consequence=Consequence.RIGHT,
        rule="taaleis.uiterste_dag_kennisgeving",
        holds=_write_about_language,
        title=lazy("Schrijf uiterlijk op %(dag)s aan %(naam)s over het Nederlands"),
        stappen=(tell(lazy("Leg de brief vast"), "kennisgeving_taaleis_verzonden"),),
    ),
    Regelsignaal(
        name="machtiging_ontzorgen",
        label=lazy("Machtiging vaste lasten"),
        fase=Fase.GELD,
        consequence=Consequence.RIGHT,
        rule="ontzorgen.college_betaalt_vaste_lasten",
        holds=_no_consent,
        term=False,
        title=lazy("De gemeente moet de vaste lasten betalen. Vraag %(naam)s om een machtiging"),
        stappen=(tell(lazy("Leg het antwoord vast"), "machtiging_ontzorgen_gevraagd"),),
    ),
    Regelsignaal(
        name="ontzorgen_stopt",
        label=lazy("Betalen van vaste lasten stopt"),
        fase=Fase.GELD,
        consequence=Consequence.RIGHT,
        rule="ontzorgen.einde_ontzorgen",
        holds=_nearly_over,
        days=_last_day,
        title=lazy("De gemeente betaalt de vaste lasten tot en met %(dag)s. Bereid %(naam)s voor"),
        stappen=(tell(lazy("Leg uw oordeel vast"), "ontzorgen_beoordeeld"),),
    ),
    Regelsignaal(
        name="vaste_lasten_te_hoog",
        label=lazy("Vaste lasten te hoog"),
        fase=Fase.GELD,
        consequence=Consequence.HARM,
        rule="ontzorgen.vaste_lasten_passen",
        holds=_too_little,
        term=False,
        title=lazy("De bijstand is te laag voor de vaste lasten"),
        stappen=(look(lazy("Hoeveel is het tekort?"), "ontzorgen.tekort"),),
    ),
    Regelsignaal(
        name="bijstand_klopt_niet",
        label=lazy("Bedrag van de bijstand klopt niet"),
        fase=Fase.GELD,
        consequence=Consequence.HARM,
        rule="bijstand.besluit_klopt_met_norm",
        holds=lambda f, law: case_open(f) & no(besluit_klopt_met_norm(f, law)),
        term=False,
        title=lazy("Het besluit over de bijstand past niet bij de norm. Kijk het na"),
        stappen=(look(lazy("Waar zit het verschil?"), "bijstand.besluit_klopt_met_norm"),),
    ),
    Regelsignaal(
        name="herziening_verlaging",
        label=lazy("Herziening van een verlaging"),
        fase=Fase.GELD,
        consequence=Consequence.HARM,
        rule="verlaging.herziening_verlaging_mogelijk",
        holds=_look_again,
        term=False,
        title=lazy("%(naam)s vraagt om de verlaging te stoppen. Beoordeel het"),
        stappen=(tell(lazy("Leg uw oordeel vast"), "herziening_verlaging_gevraagd"),),
    ),
)
