"""The invented municipalities of the demo: their officials, contractors and mandates."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from meedoen.accounts.roles import Rol

VOORBEELDSTAD, BRIEFDORP = 9999, 9998
WACHTWOORD = "voorbeeld"
SINCE = date(2022, 1, 1)


@dataclass(frozen=True)
class Account:
    """Somebody who can log in to the demo."""

    email: str
    naam: str
    rol: Rol
    gemeente: int
    wachtwoord: str = WACHTWOORD

    @property
    def key(self) -> str:
        """How stories name this official: what stands before the @."""
        return self.email.partition("@")[0]


def _at(gemeente: int, name: tuple[str, str], rol: Rol) -> Account:
    key, naam = name
    town = {VOORBEELDSTAD: "voorbeeldstad", BRIEFDORP: "briefdorp"}[gemeente]
    return Account(f"{key}@{town}.example", naam, rol, gemeente)


DEMO_ACCOUNTS = (
    _at(VOORBEELDSTAD, ("j.dewit", "J. de Wit"), Rol.KLANTMANAGER),
    _at(VOORBEELDSTAD, ("f.ozkan", "F. Özkan"), Rol.KLANTMANAGER),
    _at(VOORBEELDSTAD, ("m.bakker", "M. Bakker"), Rol.KLANTMANAGER),
    _at(VOORBEELDSTAD, ("s.ramdin", "S. Ramdin"), Rol.TEAMLEIDER),
    _at(VOORBEELDSTAD, ("p.vanleeuwen", "P. van Leeuwen"), Rol.JURIST),
    _at(VOORBEELDSTAD, ("e.visser", "E. Visser"), Rol.KWALITEITSMEDEWERKER),
    _at(VOORBEELDSTAD, ("t.hendriks", "T. Hendriks"), Rol.INKOMENSCONSULENT),
    Account("a.said@samenverder.example", "A. Said", Rol.MAATSCHAPPELIJK_BEGELEIDER, VOORBEELDSTAD),
    _at(VOORBEELDSTAD, ("c.peeters", "C. Peeters"), Rol.FINANCIEEL),
    _at(VOORBEELDSTAD, ("d.vermeer", "D. Vermeer"), Rol.INKOPER),
    _at(VOORBEELDSTAD, ("n.akkerman", "N. Akkerman"), Rol.BELEID),
    _at(VOORBEELDSTAD, ("i.kuiper", "I. Kuiper"), Rol.BEHEERDER),
    _at(VOORBEELDSTAD, ("g.willemsen", "G. Willemsen"), Rol.FG),
    Account("h.degroot@taalhuis.example", "H. de Groot", Rol.DOCENT, VOORBEELDSTAD),
    _at(BRIEFDORP, ("w.postma", "W. Postma"), Rol.KLANTMANAGER),
    _at(BRIEFDORP, ("h.dijkstra", "H. Dijkstra"), Rol.TEAMLEIDER),
    _at(BRIEFDORP, ("w.dehaan", "W. de Haan"), Rol.BEHEERDER),
)

# Colleagues whom you meet in dossiers; nobody logs in as one of them.
COLLEAGUES = (
    _at(VOORBEELDSTAD, ("r.jansen", "R. Jansen"), Rol.KLANTMANAGER),
    _at(VOORBEELDSTAD, ("l.deboer", "L. de Boer"), Rol.KLANTMANAGER),
    _at(VOORBEELDSTAD, ("k.yildiz", "K. Yildiz"), Rol.KLANTMANAGER),
)
# Who has a number at work; a klantmanager is known at DUO by the number before it.
REACHABLE = dict(
    enumerate(
        (
            each
            for each in (*DEMO_ACCOUNTS, *COLLEAGUES)
            if each.gemeente == VOORBEELDSTAD and each.rol in {Rol.KLANTMANAGER, Rol.TEAMLEIDER}
        ),
        start=1,
    )
)
# DUO does not take the coupling of this one, so that one sees what is on the work list then.
NOT_COUPLED = "emmanuel"
# Stopped working here; the teamleider gave her dossiers to others.
LEFT, LEFT_ON = _at(VOORBEELDSTAD, ("b.smit", "B. Smit"), Rol.KLANTMANAGER), date(2025, 7, 1)


# Briefdorp looks different and calls its klantmanagers consulent, so that one sees that it can.
BRIEFDORP_LOOKS = {
    "titel": "Meedoen",
    "stijlblad": "briefdorp.css",
    "thema": "briefdorp-theme",
    "logo": "briefdorp.svg",
    "logo_alt": "Gemeente Briefdorp (verzonnen)",
    "hulp": "Bel W. de Haan, functioneel beheerder, toestel 1234 (verzonnen).",
    "rolnamen": {Rol.KLANTMANAGER.value: "consulent"},
}


class Partner(NamedTuple):
    """A contractor or school, and the accounts that belong to it (the end of their address)."""

    soort: str
    naam: str
    kenmerk: str
    domain: str


PARTNERS = (
    Partner("opdrachtnemer", "Stichting Samen Verder (verzonnen)", "KVK 00000001", "samenverder"),
    Partner("instelling", "Taalhuis Voorbeeldstad (verzonnen)", "KVK 00000002", "taalhuis"),
)


class Mandate(NamedTuple):
    """Who may sign which kind of letter, and since when."""

    gemeente: int
    rol: Rol
    soort: str
    van: date


INVITATION, SUMMONS, PLAN = "uitnodiging_brede_intake", "oproep_brede_intake", "vaststelling_pip"
# What a klantmanager signs without asking: letters that decide nothing.
LETTERS = (
    INVITATION, "uitnodiging_gesprek", "ontvangst_bezwaar", "ontvangst_aanvraag", "ontvangst_stuk",
    "brief_algemeen",
)  # fmt: skip
PLANS = (PLAN, "vaststelling_pip_na_verhuizing", "wijziging_pip")
DECISIONS = (
    SUMMONS, "waarschuwing_tweede_oproep", "derde_oproep", *PLANS, "besluit_algemeen",
)  # fmt: skip
_BOTH = (VOORBEELDSTAD, BRIEFDORP)
MANDATES = (
    *(Mandate(code, Rol.TEAMLEIDER, each, SINCE) for code in _BOTH for each in LETTERS + DECISIONS),
    *(Mandate(code, Rol.KLANTMANAGER, each, SINCE) for code in _BOTH for each in LETTERS),
    *(Mandate(code, Rol.JURIST, "beslissing_op_bezwaar", SINCE) for code in _BOTH),
    Mandate(VOORBEELDSTAD, Rol.KLANTMANAGER, SUMMONS, date(2024, 1, 1)),
    Mandate(VOORBEELDSTAD, Rol.KLANTMANAGER, PLAN, date(2026, 10, 1)),
)


def klantmanager_may_sign(gemeente: int, soort: str, *, on: date) -> bool:
    """Whether a klantmanager of this municipality has a mandate for this letter on this day."""
    wanted = gemeente, Rol.KLANTMANAGER, soort
    return any(each[:3] == wanted and each.van <= on for each in MANDATES)
