"""A talk for the brede intake, half done: answers, one that nobody would give, and health."""

from tests.dossier.makers import ON, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier
from meedoen.intake.actions.gesprek import Hoe, enter_section, save_section
from meedoen.intake.gesprek import kader_for
from meedoen.intake.gesprek_tables import Bron, Stand
from meedoen.intake.said import Gezegd
from meedoen.law.antwoord import languages

SECTION = "opleiding"


def half_talked(actor: Actor, dossier: Dossier, words: str = "Naaien") -> Dossier:
    """The dossier, with four sections by this actor, who has one open; `words`: what was learnt."""
    kader = kader_for(dossier, ON)
    known = languages([["Tigrinya", "goed", "goed", "een beetje", ""]])
    told = {
        SECTION: {
            "jaren_school": Gezegd.antwoord("9"),
            "hoogste_opleiding": Gezegd.antwoord("onderbouw middelbare school"),
            "richting": Gezegd.antwoord(words),
            "opleiding_elders": Gezegd.antwoord("ja"),
        },
        "talen": {
            "andere_talen": Gezegd.antwoord(known),
            "nederlands_lezen": Gezegd.antwoord("A1"),
            "nederlands_spreken": Gezegd.antwoord("onder A1"),
            "genoeg_talen": Gezegd.antwoord("ja"),
        },
        "geld": {"schulden": Gezegd(Stand.WIL_NIET)},
        "gezondheid": {"gezondheid_nodig": Gezegd.antwoord(words)},
    }
    with as_actor(actor):
        for name, answers in told.items():
            section = kader.onderdeel(name)
            if section is not None:
                hoe = Hoe(kader, Bron.TOLK, 99)
                save_section(dossier.pk, section, answers, hoe=hoe, on=ON, at=later(8))
        enter_section(dossier, SECTION, at=later(8))
    return dossier
