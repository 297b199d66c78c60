"""The plan (Wi 15): its last day, what it waits for, what its choice still asks."""

from dataclasses import replace

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.rules.advies_leerroute import tweede_blik_nodig
from meedoen.rules.calendar import day_before
from meedoen.rules.column import Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.inhoud_plan import plan_compleet
from meedoen.rules.leerbaarheidstoets import leerroute_gemotiveerd
from meedoen.rules.melding_pip import duo_neemt_pip_aan
from meedoen.rules.parameters import Law
from meedoen.rules.persoonlijk_plan import uiterste_dag, uiterste_dag_zonder_derde
from meedoen.rules.wijziging_plan import leerroute_wijzigen_tot
from meedoen.werkplek.signaal import (
    Consequence,
    Fase,
    Regelsignaal,
    Stap,
    look,
    no,
    soon,
    tell,
    yes,
)
from meedoen.werkplek.signalen.intake import INVITE, SUMMON, summoned, talked
from meedoen.werkplek.signalen.who import (
    case_open,
    needs_no_plan,
    plan_anew,
    waits_for_another,
    waits_for_home,
    with_plan,
    without_plan,
)

INTAKE = ("intake_voltooid", lazy("intake klaar"), lazy("intake niet klaar"))
ROUTE = ("leerroute_vastgesteld", lazy("leerroute gekozen"), lazy("geen leerroute"))
FROM_WEEK_SIX = 4  # weeks before the end of ten: from then DUO plans to warn too (SS126)
WEEKS_TO_LOOK = 8  # before the leerroute is no longer changed just so: time for a talk


def _plan_must_come(f: Facts, law: Law) -> Array:
    waits = waits_for_home(f, law) | waits_for_another(f, law)
    return np.asarray(without_plan(f) & ~waits & ~needs_no_plan(f, law))


def _no_route_yet(f: Facts, law: Law) -> Array:
    """Ten weeks are nearly over, and no leerroute is chosen."""
    day, stricter = uiterste_dag(f, law).value, uiterste_dag_zonder_derde(f, law).value
    near = np.where(day.missing, soon(f, stricter, FROM_WEEK_SIX), soon(f, day, FROM_WEEK_SIX))
    return np.asarray(_plan_must_come(f, law) & ~yes(f.leerroute_vastgesteld) & near)


def _last_day_to_change(f: Facts, law: Law) -> Column:
    return day_before(leerroute_wijzigen_tot(f, law).value)


def _look_at_route(f: Facts, law: Law) -> Array:
    day = _last_day_to_change(f, law)
    ahead = np.asarray(~day.missing & (day.values >= f.today.values))
    looked_at = yes(f.onvoldoende_of_grotere_voortgang) | no(f.onvoldoende_of_grotere_voortgang)
    return np.asarray(with_plan(f) & ahead & soon(f, day, WEEKS_TO_LOOK) & ~looked_at)


def _not_told_to_duo(f: Facts, _law: Law) -> Array:
    """DUO decides on no term before it has the plan; a term of DUO says that it has."""
    heard = yes(f.termijn_vastgesteld) | ~f.einde_huidige_termijn.missing
    return np.asarray(with_plan(f) & f.dagtekening_te_melden_pip.missing & ~heard)


def _refused_by_duo(f: Facts, law: Law) -> Array:
    heard = yes(f.termijn_vastgesteld)
    return np.asarray(with_plan(f) & no(duo_neemt_pip_aan(f, law)) & ~heard)


def _not_made_known(f: Facts, _law: Law) -> Array:
    return np.asarray(with_plan(f) & f.pip_bekend_op.missing)


def _second_look(f: Facts, law: Law) -> Array:
    return np.asarray(case_open(f) & yes(tweede_blik_nodig(f, law)) & ~yes(f.tweede_blik_gedaan))


PLAN = Stap(lazy("Maak het PIP"), "plan:besluit", recht=Recht.VOORSTELLEN)
_PIP = Regelsignaal(
    name="pip",
    label=lazy("PIP maken"),
    fase=Fase.PLAN,
    consequence=Consequence.RIGHT,
    rule="persoonlijk_plan.uiterste_dag",
    otherwise="persoonlijk_plan.uiterste_dag_zonder_derde",
    unless=lazy("als u op niemand wacht"),
    holds=lambda f, law: _plan_must_come(f, law) & ~_no_route_yet(f, law),
    title=lazy("Het PIP moet er zijn op %(dag)s"),
    unknown=lazy("Wanneer het PIP er moet zijn, weten wij niet"),
    states=(INTAKE, ROUTE),
    stappen=(
        replace(PLAN, when=lambda f, _law: yes(f.intake_voltooid)),
        tell(lazy("Leg de intake vast"), "brede_intake_afgerond", lambda f, _law: talked(f)),
        SUMMON,
        tell(lazy("Leg de intake vast"), "brede_intake_afgerond", summoned),
        INVITE,
    ),
)

SIGNALEN: tuple[Regelsignaal, ...] = (
    _PIP,
    replace(
        _PIP,
        name="pip_zonder_leerroute",
        label=lazy("PIP maken, nog geen leerroute"),
        holds=_no_route_yet,
    ),
    Regelsignaal(
        name="pip_na_verhuizing",
        label=lazy("Nieuw PIP na een verhuizing"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="persoonlijk_plan.uiterste_dag_zonder_derde",
        holds=lambda f, _law: plan_anew(f),
        title=lazy("%(naam)s verhuisde hierheen. Het nieuwe PIP moet er zijn op %(dag)s"),
        unknown=lazy(
            "%(naam)s verhuisde hierheen. Wanneer het nieuwe PIP er moet zijn, weten wij niet"
        ),
        stappen=(PLAN,),
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
        stappen=(Stap(lazy("Leg de dag vast"), "plan:klok"),),
    ),
    Regelsignaal(
        name="tweede_blik",
        label=lazy("Tweede blik op de leerroute"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="advies_leerroute.tweede_blik_nodig",
        holds=_second_look,
        term=False,
        title=lazy("Laat een collega meekijken naar de leerroute: B1 lijkt haalbaar"),
        stappen=(tell(lazy("Leg de tweede blik vast"), "leerroute_beoordeeld"),),
    ),
    Regelsignaal(
        name="leerroute_zonder_reden",
        label=lazy("Leerroute wijkt af zonder reden"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="leerbaarheidstoets.leerroute_gemotiveerd",
        holds=lambda f, law: case_open(f) & no(leerroute_gemotiveerd(f, law)),
        term=False,
        title=lazy("De leerroute is anders dan DUO adviseert. Schrijf de reden in het plan"),
        stappen=(tell(lazy("Leg de reden vast"), "leerroute_beoordeeld"),),
    ),
    Regelsignaal(
        name="plan_niet_compleet",
        label=lazy("Plan niet compleet"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="inhoud_plan.plan_compleet",
        holds=lambda f, law: with_plan(f) & no(plan_compleet(f, law)),
        term=False,
        title=lazy("In het PIP ontbreekt iets wat van de wet moet"),
        stappen=(replace(PLAN, label=lazy("Vul het plan aan")),),
    ),
    Regelsignaal(
        name="pip_bekendmaken",
        label=lazy("PIP geven of sturen"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="persoonlijk_plan.uiterste_dag_bezwaar",
        holds=_not_made_known,
        term=False,
        title=lazy("Geef of stuur %(naam)s het PIP. Dan kan %(naam)s bezwaar maken"),
        stappen=(tell(lazy("Leg de dag vast"), "pip_bekendgemaakt"),),
    ),
    Regelsignaal(
        name="pip_melden",
        label=lazy("PIP aan DUO melden"),
        fase=Fase.PLAN,
        consequence=Consequence.HARM,
        rule="melding_pip.duo_neemt_pip_aan",
        holds=_not_told_to_duo,
        term=False,
        title=lazy("Meld het PIP aan DUO. Anders stelt DUO geen termijn vast"),
        stappen=(
            Stap(
                lazy("Bekijk hoe ver de melding is"),
                "berichten:gesprek",
                recht=Recht.BERICHTEN_ZIEN,
            ),
            tell(lazy("Leg de melding vast"), "pip_gemeld"),
        ),
    ),
    Regelsignaal(
        name="pip_geweigerd",
        label=lazy("DUO neemt het PIP niet aan"),
        fase=Fase.PLAN,
        consequence=Consequence.HARM,
        rule="melding_pip.duo_neemt_pip_aan",
        holds=_refused_by_duo,
        term=False,
        expected=True,
        title=lazy("DUO neemt dit PIP niet aan. Kijk na waarom"),
        stappen=(look(lazy("Wat klopt niet?"), "melding_pip.duo_neemt_pip_aan"),),
    ),
    Regelsignaal(
        name="leerroute_bekijken",
        label=lazy("Past de leerroute nog?"),
        fase=Fase.PLAN,
        consequence=Consequence.RIGHT,
        rule="wijziging_plan.leerroute_wijzigen_tot",
        holds=_look_at_route,
        days=_last_day_to_change,
        title=lazy("Tot en met %(dag)s kan de leerroute gewoon anders. Past zij nog?"),
        stappen=(Stap(lazy("Leg uw oordeel vast"), "plan:wisselen"),),
    ),
)
