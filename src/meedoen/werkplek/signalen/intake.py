"""The brede intake (Wi 14): a summons that runs or got no answer, a home that is awaited."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.oproep_termijn import opgeroepen, schoot_tekort
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import Consequence, Fase, Regelsignaal, letter, look, tell, yes
from meedoen.werkplek.signalen.who import intake_open, waits_for_home

INVITE = letter(lazy("Nodig uit"), "uitnodiging_brede_intake")


def summoned(f: Facts, law: Law) -> Array:
    """There was a summons with a term."""
    return yes(opgeroepen(f, law))


def _summons_runs(f: Facts, law: Law) -> Array:
    unanswered = f.kwam_op_oproep.missing & ~f.termijn_oproep_tot.missing
    return np.asarray(intake_open(f) & summoned(f, law) & unanswered)


def _fell_short(f: Facts, law: Law) -> Array:
    return np.asarray(intake_open(f) & yes(schoot_tekort(f, law)))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="oproep_loopt",
        label=lazy("Uitkomst van een oproep"),
        fase=Fase.INTAKE,
        consequence=Consequence.HARM,
        rule="oproep_termijn.termijn_voorbij",
        holds=_summons_runs,
        days=lambda f: f.termijn_oproep_tot,
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
        days=lambda f: f.termijn_oproep_tot,
        title=lazy("Kwam niet of werkte niet mee na de oproep, zonder goede reden"),
        stappen=(look(lazy("Wat is de volgende stap?"), "oproep.volgende_stap"),),
    ),
    Regelsignaal(
        name="wacht_op_woning",
        label=lazy("Wacht op een woning"),
        fase=Fase.OPVANG,
        consequence=Consequence.RIGHT,
        rule="opvang.alleen_uitnodiging",
        holds=lambda f, law: intake_open(f) & waits_for_home(f, law),
        title=lazy("Wacht op een woning. De intake mag nu al, als %(naam)s dat wil"),
        waits=True,
        stappen=(INVITE,),
    ),
)
