"""What goes on after the plan (Wi 6, 12, 16, 17): offer, hours, final talks, and the term."""

from functools import reduce

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.afschalen import mag_afschalen
from meedoen.rules.calendar import add_months, day_before
from meedoen.rules.choices import Doelgroep, Leerroute
from meedoen.rules.column import Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import (
    lopend_einde,
    uiterste_dag_beslissing_verlenging,
    verlenging_aanvragen_vanaf,
)
from meedoen.rules.logic import equals
from meedoen.rules.parameters import Law
from meedoen.rules.pvt_map import map_terecht_afgerond, map_uren_gehaald, pvt_terecht_afgerond
from meedoen.rules.voldaan import duo_ziet_het_ook
from meedoen.rules.zelfredzaamheidsroute import cursusuren_gehaald, participatie_gehaald
from meedoen.werkplek.signaal import (
    Consequence,
    Fase,
    Regelsignaal,
    look,
    no,
    past,
    soon,
    tell,
    yes,
)
from meedoen.werkplek.signalen.who import case_open, with_plan

PVT = ("pvt_afgerond", lazy("PVT klaar"), lazy("PVT niet klaar"))
MAP = ("map_afgerond", lazy("MAP klaar"), lazy("MAP niet klaar"))


def _no_offer(f: Facts, _law: Law) -> Array:
    asylum = yes(equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER))
    return np.asarray(with_plan(f) & asylum & ~yes(f.aanbod_gedaan))


def _offer_by(f: Facts, law: Law) -> Column:
    return add_months(
        f.dagtekening_eerste_pip, law.in_force(f.dagtekening_eerste_pip).aanbod_binnen
    )


def _no_start(f: Facts, _law: Law) -> Array:
    """The offer is there, and the taalschakeltraject cannot begin yet."""
    asylum = yes(equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER))
    route = yes(equals(f.leerroute, Leerroute.ONDERWIJSROUTE))
    offered = yes(f.aanbod_gedaan) & ~yes(f.kon_starten)
    return np.asarray(with_plan(f) & asylum & route & offered)


def _start_by(f: Facts, law: Law) -> Column:
    months = law.in_force(f.dagtekening_eerste_pip).start_taalschakeltraject_binnen
    return add_months(f.dagtekening_eerste_pip, months)


def _last_day_of_term(f: Facts, law: Law) -> Column:
    return day_before(lopend_einde(f, law).value)


def _over(f: Facts, law: Law) -> Array:
    return past(f, _last_day_of_term(f, law))


def _fined(f: Facts) -> Array:
    """DUO imposed a fine, and told of no new term yet."""
    return np.asarray(~f.boete_bekend_op.missing)


def _term_ends(f: Facts, law: Law) -> Array:
    may_ask = soon(f, verlenging_aanvragen_vanaf(f, law).value, 0)
    asked = ~f.verlenging_gevraagd_op.missing & ~past(f, _decides_by(f, law))
    return np.asarray(with_plan(f) & may_ask & ~_over(f, law) & ~asked)


def _decides_by(f: Facts, law: Law) -> Column:
    return uiterste_dag_beslissing_verlenging(f, law).value


def _duo_decides(f: Facts, law: Law) -> Array:
    """Until the day on which DUO must have decided: a refusal is no fact that somebody tells."""
    day = _decides_by(f, law)
    return np.asarray(with_plan(f) & ~day.missing & ~past(f, day))


def _education_ended(f: Facts, _law: Law) -> Array:
    """It ended, and nobody judged yet whether the leerroute still fits (Bi 5.4:2)."""
    ended = soon(f, f.opleiding_tot, 0) & ~yes(f.volgt_opleiding_nog)
    return np.asarray(with_plan(f) & ended & f.opleiding_beeindigd_op.missing)


def _talk_on_map(f: Facts, law: Law) -> Array:
    talked = yes(f.map_eindgesprek_gevoerd) | yes(f.map_afgerond)
    return np.asarray(with_plan(f) & yes(map_uren_gehaald(f, law)) & ~talked)


def _talk_at_the_end(f: Facts, law: Law) -> Array:
    route = yes(equals(f.leerroute, Leerroute.ZELFREDZAAMHEIDSROUTE))
    hours = yes(cursusuren_gehaald(f, law)) & yes(participatie_gehaald(f, law))
    return np.asarray(with_plan(f) & route & hours & ~yes(f.eindgesprek_gevoerd))


def _may_go_to_a2(f: Facts, law: Law) -> Array:
    parts = (f.lezen_afgeschaald, f.luisteren_afgeschaald, f.schrijven_afgeschaald)
    done = reduce(np.logical_or, map(yes, (*parts, f.spreken_afgeschaald)))
    return np.asarray(with_plan(f) & yes(mag_afschalen(f, law)) & ~done)


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="geen_aanbod",
        label=lazy("Nog geen aanbod"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="verlenging.aanbod_te_laat",
        holds=_no_offer,
        days=_offer_by,
        title=lazy("Het inburgeringsaanbod moet er zijn op %(dag)s"),
        stappen=(tell(lazy("Leg het aanbod vast"), "aanbod_gedaan"),),
    ),
    Regelsignaal(
        name="geen_start",
        label=lazy("Taalschakeltraject begint niet"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="verlenging.start_te_laat",
        holds=_no_start,
        days=_start_by,
        title=lazy("Het taalschakeltraject moet kunnen beginnen op %(dag)s"),
        stappen=(tell(lazy("Leg de start vast"), "start_taalschakeltraject_gemeld"),),
    ),
    Regelsignaal(
        name="opleiding_geeindigd",
        label=lazy("Opleiding geëindigd"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="wijziging_plan.na_niet_vrijstellende_opleiding",
        holds=_education_ended,
        term=False,
        title=lazy("De opleiding van %(naam)s eindigde. Bel, en kijk of het plan nog past"),
        stappen=(tell(lazy("Leg uw oordeel vast"), "leerroute_wisselen_overwogen"),),
    ),
    Regelsignaal(
        name="map_eindgesprek",
        label=lazy("Eindgesprek MAP"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="pvt_map.map_klaar",
        holds=_talk_on_map,
        term=False,
        title=lazy("De uren van de MAP zijn klaar. Voer het eindgesprek"),
        stappen=(tell(lazy("Leg het eindgesprek vast"), "map_eindgesprek_gevoerd"),),
    ),
    Regelsignaal(
        name="eindgesprek",
        label=lazy("Eindgesprek zelfredzaamheidsroute"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="zelfredzaamheidsroute.zelfredzaamheidsroute_behaald",
        holds=_talk_at_the_end,
        term=False,
        title=lazy("Alle uren zijn gehaald. Voer het eindgesprek met %(naam)s"),
        stappen=(tell(lazy("Leg het eindgesprek vast"), "eindgesprek_gevoerd"),),
    ),
    Regelsignaal(
        name="afschalen_kan",
        label=lazy("Examen op A2 kan"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.RIGHT,
        rule="afschalen.mag_afschalen",
        holds=_may_go_to_a2,
        term=False,
        title=lazy("Het examen mag voor een deel op A2. Beslis, en zet het in het PIP"),
        stappen=(tell(lazy("Leg het besluit vast"), "onderdelen_afgeschaald"),),
    ),
    Regelsignaal(
        name="pvt_niet_terecht",
        label=lazy("PVT staat te vroeg als klaar"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.PAPER,
        rule="pvt_map.pvt_terecht_afgerond",
        holds=lambda f, law: case_open(f) & no(pvt_terecht_afgerond(f, law)),
        term=False,
        title=lazy("Het PVT staat als klaar, maar er ontbreekt iets"),
        stappen=(look(lazy("Wat ontbreekt?"), "pvt_map.pvt_terecht_afgerond"),),
    ),
    Regelsignaal(
        name="map_niet_terecht",
        label=lazy("MAP staat te vroeg als klaar"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.PAPER,
        rule="pvt_map.map_terecht_afgerond",
        holds=lambda f, law: case_open(f) & no(map_terecht_afgerond(f, law)),
        term=False,
        title=lazy("De MAP staat als klaar, maar er ontbreekt iets"),
        stappen=(look(lazy("Wat ontbreekt?"), "pvt_map.map_terecht_afgerond"),),
    ),
    Regelsignaal(
        name="duo_ziet_anders",
        label=lazy("DUO ziet iets anders"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="voldaan.duo_ziet_het_ook",
        holds=lambda f, law: case_open(f) & no(duo_ziet_het_ook(f, law)),
        term=False,
        title=lazy("DUO en het dossier zeggen iets anders over de leerroute. Vraag DUO"),
        stappen=(look(lazy("Waar zit het verschil?"), "voldaan.duo_ziet_het_ook"),),
    ),
    Regelsignaal(
        name="termijn_loopt_af",
        label=lazy("Termijn loopt af"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="inburgeringstermijn.lopend_einde",
        holds=_term_ends,
        days=_last_day_of_term,
        expected=True,
        title=lazy("De termijn loopt tot en met %(dag)s. Bespreek of %(naam)s meer tijd vraagt"),
        states=(PVT, MAP),
        stappen=(tell(lazy("Leg het gesprek vast"), "voortgangsgesprek_gevoerd"),),
    ),
    Regelsignaal(
        name="verlenging_bij_duo",
        label=lazy("DUO beslist over meer tijd"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="inburgeringstermijn.uiterste_dag_beslissing_verlenging",
        holds=_duo_decides,
        days=_decides_by,
        waits=True,
        expected=True,
        title=lazy("DUO beslist uiterlijk op %(dag)s of %(naam)s meer tijd krijgt"),
        stappen=(tell(lazy("Leg het besluit vast"), "termijn_verlengd"),),
    ),
    Regelsignaal(
        name="termijn_voorbij",
        label=lazy("Termijn voorbij"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="inburgeringstermijn.termijn_voorbij",
        holds=lambda f, law: with_plan(f) & _over(f, law) & ~_fined(f) & ~_duo_decides(f, law),
        days=_last_day_of_term,
        waits=True,
        expected=True,
        title=lazy("De termijn is voorbij sinds %(dag)s. Wacht op wat DUO beslist"),
        stappen=(tell(lazy("Leg vast wat DUO besliste"), "termijn_vastgesteld"),),
    ),
    Regelsignaal(
        name="boete_van_duo",
        label=lazy("Boete van DUO"),
        fase=Fase.VOORTGANG,
        consequence=Consequence.HARM,
        rule="nieuwe_termijn.einde_nieuwe_termijn",
        holds=lambda f, law: with_plan(f) & _over(f, law) & _fined(f),
        term=False,
        title=lazy("DUO legde een boete op. Maak met %(naam)s een plan voor de nieuwe termijn"),
        stappen=(tell(lazy("Leg de nieuwe termijn vast"), "termijn_vastgesteld"),),
    ),
)
