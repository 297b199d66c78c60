"""The way to the municipality (Wi 10, Hw 28): a home awaited, a preparation that delays."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.column import Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.opvang import huisvesting_te_laat, streefdag_verhuizing, voorbereiding_wijkt
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import Consequence, Fase, Regelsignaal, tell, yes
from meedoen.werkplek.signalen.intake import INVITE
from meedoen.werkplek.signalen.who import case_open, intake_open, waits_for_home


def _home_is_late(f: Facts, law: Law) -> Array:
    return np.asarray(case_open(f) & ~yes(f.gehuisvest) & yes(huisvesting_te_laat(f, law)))


def _target(f: Facts, law: Law) -> Column:
    return streefdag_verhuizing(f, law).value


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="wacht_op_woning",
        label=lazy("Wacht op een woning"),
        fase=Fase.OPVANG,
        consequence=Consequence.RIGHT,
        rule="opvang.alleen_uitnodiging",
        holds=lambda f, law: intake_open(f) & waits_for_home(f, law) & ~_home_is_late(f, law),
        title=lazy("Wacht op een woning. De intake mag nu al, als %(naam)s dat wil"),
        waits=True,
        stappen=(INVITE,),
    ),
    Regelsignaal(
        name="woning_te_laat",
        label=lazy("Woning te laat"),
        fase=Fase.OPVANG,
        consequence=Consequence.RIGHT,
        rule="opvang.huisvesting_te_laat",
        holds=_home_is_late,
        days=_target,
        title=lazy("De woning moest er volgens de afspraken zijn op %(dag)s"),
        stappen=(tell(lazy("Leg de verhuizing vast"), "ingeschreven"),),
    ),
    Regelsignaal(
        name="voorbereiding_houdt_op",
        label=lazy("Voorbereiding houdt op"),
        fase=Fase.OPVANG,
        consequence=Consequence.RIGHT,
        rule="opvang.voorbereiding_wijkt",
        holds=lambda f, law: case_open(f) & yes(voorbereiding_wijkt(f, law)),
        term=False,
        title=lazy("De voorbereiding houdt de inburgering op. De inburgering gaat voor"),
        stappen=(tell(lazy("Leg vast hoe het nu is"), "voorbereiding_gevolgd"),),
    ),
)
