"""The brede intake (Wi 14): a summons that runs, got no answer or waits for a judgement."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.brede_intake import intake_compleet
from meedoen.rules.choices_intake import VolgendeStap
from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.logic import equals
from meedoen.rules.oproep import volgende_stap
from meedoen.rules.oproep_termijn import opgeroepen, schoot_tekort
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import (
    Condition,
    Consequence,
    Fase,
    Regelsignaal,
    letter,
    look,
    no,
    past,
    tell,
    unknown,
    yes,
)
from meedoen.werkplek.signalen.who import intake_open, without_plan

INVITE = letter(lazy("Nodig uit"), "uitnodiging_brede_intake")


def summoned(f: Facts, law: Law) -> Array:
    """There was a summons with a term."""
    return yes(opgeroepen(f, law))


def _summons_runs(f: Facts, law: Law) -> Array:
    unanswered = f.kwam_op_oproep.missing & ~f.termijn_oproep_tot.missing
    return np.asarray(intake_open(f) & summoned(f, law) & unanswered)


def _fell_short(f: Facts, law: Law) -> Array:
    return np.asarray(intake_open(f) & yes(schoot_tekort(f, law)))


def _next(step: VolgendeStap) -> Condition:
    """Where the ladder certainly comes to this step; a fine that may follow makes it another."""
    return lambda f, law: yes(equals(volgende_stap(f, law).value, step))


WARN = letter(
    lazy("Stuur de waarschuwing"),
    "waarschuwing_tweede_oproep",
    _next(VolgendeStap.WAARSCHUWEN_EN_TWEEDE_OPROEP),
)
THIRD = letter(lazy("Stuur de derde oproep"), "derde_oproep", _next(VolgendeStap.DERDE_OPROEP))


def _to_be_judged(f: Facts, law: Law) -> Array:
    """Somebody came or did not come, and nobody judged it yet."""
    short = schoot_tekort(f, law)
    return np.asarray(
        intake_open(f)
        & summoned(f, law)
        & ~unknown(f.kwam_op_oproep)
        & past(f, f.termijn_oproep_tot)
        & unknown(short)
    )


def _marked_too_early(f: Facts, law: Law) -> Array:
    return np.asarray(without_plan(f) & yes(f.intake_voltooid) & no(intake_compleet(f, law)))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="oproep_loopt",
        label=lazy("Uitkomst van een oproep"),
        fase=Fase.INTAKE,
        consequence=Consequence.HARM,
        rule="oproep_termijn.termijn_voorbij",
        holds=_summons_runs,
        days=lambda f, _law: f.termijn_oproep_tot,
        title=lazy("Kwam %(naam)s op de oproep? De termijn is voorbij op %(dag)s"),
        stappen=(tell(lazy("Leg de uitkomst vast"), "oproep_afgelopen"),),
    ),
    Regelsignaal(
        name="oproep_zonder_gevolg",
        label=lazy("Kwam niet na een oproep"),
        fase=Fase.INTAKE,
        consequence=Consequence.HARM,
        rule="oproep_termijn.schoot_tekort",
        holds=_fell_short,
        days=lambda f, _law: f.termijn_oproep_tot,
        title=lazy("Kwam niet of werkte niet mee na de oproep, zonder goede reden"),
        stappen=(WARN, THIRD, look(lazy("Wat is de volgende stap?"), "oproep.volgende_stap")),
    ),
    Regelsignaal(
        name="oproep_beoordelen",
        label=lazy("Oproep beoordelen"),
        fase=Fase.INTAKE,
        consequence=Consequence.HARM,
        rule="oproep_termijn.schoot_tekort",
        holds=_to_be_judged,
        days=lambda f, _law: f.termijn_oproep_tot,
        title=lazy("Had %(naam)s een goede reden, en werkte %(naam)s mee? Beoordeel de oproep"),
        stappen=(tell(lazy("Leg het oordeel vast"), "medewerking_beoordeeld"),),
    ),
    Regelsignaal(
        name="intake_niet_compleet",
        label=lazy("Intake niet compleet"),
        fase=Fase.INTAKE,
        consequence=Consequence.RIGHT,
        rule="brede_intake.intake_compleet",
        holds=_marked_too_early,
        term=False,
        title=lazy("De intake staat als klaar, maar er ontbreekt een onderdeel van de wet"),
        stappen=(tell(lazy("Vul de intake aan"), "intake_aangevuld"),),
    ),
)
