"""Where DUO decided otherwise than our rules compute: both are shown, and DUO's decision stands.

That DUO finds a duty where our rules find none is `plicht_anders` (einde.py).
"""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.calendar import day_before
from meedoen.rules.choices import Termijn
from meedoen.rules.column import Array, Column
from meedoen.rules.doelgroep import doelgroep
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig
from meedoen.rules.inburgeringstermijn import einde
from meedoen.rules.logic import equals, same
from meedoen.rules.parameters import Law
from meedoen.rules.voldaan import voldaan
from meedoen.werkplek.signaal import Consequence, Fase, Regelsignaal, look, no, yes
from meedoen.werkplek.signalen.who import case_open


def _other_term(f: Facts, law: Law) -> Array:
    """Of a term that is not lengthened; what an interruption adds, only DUO knows for certain."""
    first = yes(equals(f.soort_termijn, Termijn.EERSTE)) & ~yes(f.plicht_onderbroken)
    return np.asarray(case_open(f) & first & no(same(f.einde_huidige_termijn, einde(f, law).value)))


def _last_day_of_duo(f: Facts, _law: Law) -> Column:
    return day_before(f.einde_huidige_termijn)


def _last_day_of_ours(f: Facts, law: Law) -> Column:
    return day_before(einde(f, law).value)


def _other_group(f: Facts, law: Law) -> Array:
    return np.asarray(case_open(f) & no(same(f.doelgroep, doelgroep(f, law).value)))


def _duty_goes_on(f: Facts, law: Law) -> Array:
    """DUO ended the duty, for another reason than that it was met or lifted."""
    ended = ~f.plicht_geeindigd_op.missing & no(f.plicht_voldaan) & ~yes(f.niet_meer_plichtig)
    return np.asarray(case_open(f) & ended & yes(inburgeringsplichtig(f, law)))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="duo_andere_termijn",
        label=lazy("DUO heeft een andere termijn"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="inburgeringstermijn.einde",
        holds=_other_term,
        term=False,
        beside=(("duo", _last_day_of_duo), ("wij", _last_day_of_ours)),
        title=lazy("Laatste dag van de termijn. DUO: %(duo)s, wij: %(wij)s. DUO beslist"),
        stappen=(look(lazy("Hoe komen wij aan die dag?"), "inburgeringstermijn.laatste_dag"),),
    ),
    Regelsignaal(
        name="duo_andere_doelgroep",
        label=lazy("DUO heeft een andere doelgroep"),
        fase=Fase.OPVANG,
        consequence=Consequence.HARM,
        rule="doelgroep.doelgroep",
        holds=_other_group,
        term=False,
        beside=(
            ("duo", lambda f, _law: f.doelgroep),
            ("wij", lambda f, law: doelgroep(f, law).value),
        ),
        title=lazy("Doelgroep. DUO: %(duo)s, wij: %(wij)s. DUO beslist"),
        stappen=(look(lazy("Waarom denken wij dat?"), "doelgroep.doelgroep"),),
    ),
    Regelsignaal(
        name="duo_geen_plicht",
        label=lazy("Volgens DUO niet meer inburgeren, volgens ons wel"),
        fase=Fase.EINDE,
        consequence=Consequence.HARM,
        rule="inburgeringsplicht.inburgeringsplichtig",
        holds=_duty_goes_on,
        term=False,
        title=lazy("DUO: hoeft niet meer in te burgeren, wij: nog wel. DUO beslist"),
        stappen=(look(lazy("Waarom denken wij dat?"), "inburgeringsplicht.inburgeringsplichtig"),),
    ),
    Regelsignaal(
        name="duo_voldaan",
        label=lazy("Klaar volgens DUO, volgens ons niet"),
        fase=Fase.EINDE,
        consequence=Consequence.PAPER,
        rule="voldaan.voldaan",
        holds=lambda f, law: case_open(f) & yes(f.plicht_voldaan) & no(voldaan(f, law)),
        term=False,
        title=lazy("DUO: klaar met inburgeren, wij: nog niet. DUO beslist"),
        stappen=(look(lazy("Wat ontbreekt volgens ons?"), "voldaan.voldaan"),),
    ),
)
