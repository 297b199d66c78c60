"""The plan (Wi 15): its last day, and what it waits for."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import Consequence, Fase, Regelsignaal, letter, tell, yes
from meedoen.werkplek.signalen.intake import INVITE, summoned
from meedoen.werkplek.signalen.who import (
    needs_no_plan,
    waits_for_another,
    waits_for_home,
    without_plan,
)

INTAKE = ("intake_voltooid", lazy("intake klaar"), lazy("intake niet klaar"))
ROUTE = ("leerroute_vastgesteld", lazy("leerroute gekozen"), lazy("leerroute niet gekozen"))


def _plan_must_come(f: Facts, law: Law) -> Array:
    waits = waits_for_home(f, law) | waits_for_another(f, law)
    return np.asarray(without_plan(f) & ~waits & ~needs_no_plan(f, law))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="pip",
        label=lazy("PIP maken"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="persoonlijk_plan.uiterste_dag",
        otherwise="persoonlijk_plan.uiterste_dag_zonder_derde",
        unless=lazy("behalve als u op een ander wacht"),
        holds=_plan_must_come,
        title=lazy("Het PIP moet er zijn op %(dag)s"),
        unknown=lazy("Wanneer het PIP er moet zijn, weten wij niet"),
        states=(INTAKE, ROUTE),
        stappen=(
            letter(
                lazy("Maak het PIP"), "vaststelling_pip", lambda f, _law: yes(f.intake_voltooid)
            ),
            tell(lazy("Leg de intake vast"), "brede_intake_afgerond", summoned),
            INVITE,
        ),
    ),
    Regelsignaal(
        name="wacht_op_informatie",
        label=lazy("Wacht op informatie"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="persoonlijk_plan.mag_op_derde_wachten",
        holds=lambda f, law: without_plan(f) & waits_for_another(f, law),
        title=lazy("Het PIP wacht op informatie van een ander. Daarna hebt u twee weken"),
        waits=True,
        stappen=(tell(lazy("Leg de dag vast"), "informatie_ontvangen"),),
    ),
)
