"""The brede intake (Wi 14): a summons that runs, got no answer or waits for a judgement."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.brede_intake import intake_compleet
from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.oproep import boete_mogelijk, voltooien_in_afwezigheid, waarschuwing_nodig
from meedoen.rules.oproep_termijn import opgeroepen, schoot_tekort
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import (
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


def talked(f: Facts) -> Array:
    """The talk of the intake was held, so nobody has to be summoned for it."""
    return yes(f.omstandigheden_verkend) | yes(f.onderwijs_en_werk_onderzocht)


def _to_summon(f: Facts, law: Law) -> Array:
    """Never summoned, or a summons that does not count; before the home only an invitation may."""
    excused = past(f, f.termijn_oproep_tot) & yes(f.goede_reden)
    return np.asarray(no(alleen_uitnodiging(f, law)) & (~summoned(f, law) | excused))


def _to_warn(f: Facts, law: Law) -> Array:
    """After the first summons; of the only one nobody has to tell how many count."""
    sent = f.oproepen_verstuurd
    first = yes(waarschuwing_nodig(f, law)) | (~sent.missing & (sent.values == 1))
    return np.asarray(first & ~yes(boete_mogelijk(f, law)))


def _third(f: Facts, law: Law) -> Array:
    """After the second one, where certainly no fine comes with it."""
    second = no(waarschuwing_nodig(f, law)) & no(voltooien_in_afwezigheid(f, law))
    return np.asarray(second & no(boete_mogelijk(f, law)))


SUMMON = letter(lazy("Roep op voor de intake"), "oproep_brede_intake", _to_summon)
WARN = letter(lazy("Stuur de waarschuwing"), "waarschuwing_tweede_oproep", _to_warn)
THIRD = letter(lazy("Stuur de derde oproep"), "derde_oproep", _third)


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
