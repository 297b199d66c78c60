"""Fines of the college (Wi 22, 23; Awb 5): the procedure, the decision, the payment."""

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.boete_bevoegdheid import boete_kan_nog
from meedoen.rules.boete_procedure import (
    boete_vervalt_door_overlijden,
    rapport_verplicht,
    zienswijze_verplicht,
)
from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import Consequence, Fase, Regelsignaal, look, no, tell, yes

FAULT = ("verwijtbaar", lazy("het is te verwijten"), lazy("schuld niet beoordeeld"))
REPORT = ("rapport_opgemaakt", lazy("rapport klaar"), lazy("rapport nog niet klaar"))


def _judged(f: Facts) -> Array:
    """A breach that still asks for a decision: no fine yet, and no message that none comes."""
    done = yes(f.al_beboet) | yes(f.bericht_geen_boete) | no(f.verwijtbaar)
    alive = ~yes(f.overleden) & f.zaak_geeindigd_op.missing
    return np.asarray(~f.overtreding.missing & alive & ~done)


def _must_report(f: Facts, law: Law) -> Array:
    return np.asarray(
        _judged(f) & yes(rapport_verplicht(f, law)) & ~yes(f.rapport_opgemaakt) & _may(f, law)
    )


def _must_hear(f: Facts, law: Law) -> Array:
    return np.asarray(
        _judged(f) & yes(zienswijze_verplicht(f, law)) & ~yes(f.zienswijze_gevraagd) & _may(f, law)
    )


def _may(f: Facts, law: Law) -> Array:
    """The competence did not lapse."""
    return np.asarray(~no(boete_kan_nog(f, law)))


def _decide(f: Facts, law: Law) -> Array:
    return np.asarray(_judged(f) & _may(f, law) & ~f.dagtekening_rapport.missing)


def _not_judged(f: Facts, _law: Law) -> Array:
    return ~yes(f.verwijtbaar)


def _pay(f: Facts, _law: Law) -> Array:
    fined = ~f.boetebesluit_bekend_op.missing & yes(f.al_beboet)
    alive = ~yes(f.overleden) & f.zaak_geeindigd_op.missing
    return np.asarray(fined & alive & ~yes(f.boete_betaald))


def _lapses(f: Facts, law: Law) -> Array:
    fined = ~f.boetebesluit_bekend_op.missing & f.zaak_geeindigd_op.missing
    return np.asarray(fined & yes(boete_vervalt_door_overlijden(f, law)))


SIGNALEN: tuple[Regelsignaal, ...] = (
    Regelsignaal(
        name="rapport",
        label=lazy("Rapport maken"),
        fase=Fase.HANDHAVING,
        consequence=Consequence.HARM,
        rule="boete_procedure.rapport_verplicht",
        holds=_must_report,
        term=False,
        title=lazy("Maak een rapport van de overtreding. Zonder rapport kan de boete niet"),
        stappen=(tell(lazy("Leg het rapport vast"), "rapport_opgemaakt"),),
    ),
    Regelsignaal(
        name="zienswijze",
        label=lazy("Zienswijze vragen"),
        fase=Fase.HANDHAVING,
        consequence=Consequence.HARM,
        rule="boete_procedure.zienswijze_verplicht",
        holds=_must_hear,
        term=False,
        title=lazy("Vraag %(naam)s om een zienswijze voordat u over de boete beslist"),
        stappen=(tell(lazy("Leg vast dat u het vroeg"), "zienswijze_gevraagd"),),
    ),
    Regelsignaal(
        name="boetebesluit",
        label=lazy("Beslissen over een boete"),
        fase=Fase.HANDHAVING,
        consequence=Consequence.HARM,
        rule="boete_procedure.uiterste_dag_boetebesluit",
        holds=_decide,
        title=lazy("Beslis uiterlijk op %(dag)s of er een boete komt"),
        states=(REPORT, FAULT),
        stappen=(
            tell(lazy("Beoordeel de schuld"), "verwijtbaarheid_beoordeeld", _not_judged),
            look(lazy("Welke boete?"), "boete_college.boete"),
        ),
    ),
    Regelsignaal(
        name="boete_betalen",
        label=lazy("Boete betaald?"),
        fase=Fase.HANDHAVING,
        consequence=Consequence.HARM,
        rule="boete_procedure.uiterste_betaaldag",
        holds=_pay,
        title=lazy("Is de boete betaald? Betalen kan tot en met %(dag)s"),
        unknown=lazy("Is de boete betaald? De laatste dag weten wij niet"),
        stappen=(tell(lazy("Leg de betaling vast"), "boete_betaald"),),
    ),
    Regelsignaal(
        name="boete_vervalt",
        label=lazy("Boete vervalt"),
        fase=Fase.HANDHAVING,
        consequence=Consequence.PAPER,
        rule="boete_procedure.boete_vervalt_door_overlijden",
        holds=_lapses,
        term=False,
        title=lazy("%(naam)s is overleden. De boete, of wat ervan open is, vervalt"),
        stappen=(look(lazy("Wat vervalt er?"), "boete_procedure.boete_vervalt_door_overlijden"),),
    ),
)
