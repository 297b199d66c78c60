"""What a plan says: to the rules as facts, to its letter as values, and beside the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.law.brief_file import Brief, brief_kinds
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan import vve
from meedoen.persoonlijk_plan.plan_tables import ONDERDELEN, Plan
from meedoen.rules.choices import Leerroute, Niveau
from meedoen.rules.column import Kind, Plain

BRIEVEN: Mapping[str, str] = {
    Plan.Soort.EERSTE.value: "vaststelling_pip",
    Plan.Soort.NA_VERHUIZING.value: "vaststelling_pip_na_verhuizing",
    Plan.Soort.WIJZIGING.value: "wijziging_pip",
}
# What an official writes; the leerroute comes from the choice, and is never typed here.
GESCHREVEN = (
    "niveau", "a2", "examen", "examendelen", "alfabetisering", "uren", "uren_totaal", "intensiteit",
    "begeleiding", "gesprekken", "pvt", "map", "kind", "vve", "ontzorgen", "bijstand", "bijlagen",
    "wijziging", "motivering",
)  # fmt: skip
# What an official writes of each child: the columns of Vveafspraak.
PER_KIND = ("naam", "geboortejaar", "nodig", "plek", "uren", "vanaf_op", "te_doen", "regelt")
OF_THIS_TIME = frozenset({"wijziging", "motivering"})  # of one decision: never taken over
SHORT = 60  # characters that fit in a sentence of the letter
# In the letter, so Dutch whatever language its writer reads.
UREN = "{} uur les per week"


# What a leerroute does not know: no MAP in the onderwijsroute (Wi 8:3), A2 in the B1-route only (Wi
# 17:3), no exam that must in the zelfredzaamheidsroute, and one that may only there (Bi 3.14:7);
# there the law says how many hours (Bi 3.14:1).
PAST_NIET: Mapping[str, frozenset[str]] = {
    Leerroute.B1_ROUTE.value: frozenset({"examen", "examendelen"}),
    Leerroute.ONDERWIJSROUTE.value: frozenset({"examen", "examendelen", "a2", "map"}),
    Leerroute.ZELFREDZAAMHEIDSROUTE.value: frozenset({"niveau", "a2", "uren_totaal"}),
}


def past_niet(plan: Plan) -> frozenset[str]:
    """The parts that do not belong to the leerroute of a plan, or to its soort."""
    found = PAST_NIET.get(plan.leerroute, frozenset())
    return found if plan.soort == Plan.Soort.WIJZIGING else found | {"wijziging", "a2"}


def brief_of(plan: Plan) -> Brief:
    """The kind of letter in which this plan is told."""
    return brief_kinds()[BRIEVEN[plan.soort]]


def geschreven(plan: Plan) -> dict[str, Plain]:
    """Which parts the law asks stand in this plan (Wi 15, Bi 5.3:4); not told: not known yet."""
    told: dict[str, Plain] = {
        "leerroute_vastgesteld": bool(plan.leerroute),
        "begeleiding_vastgesteld": bool(plan.begeleiding),
        "intensiteit_pvt_vastgesteld": bool(plan.pvt),
        "intensiteit_map_vastgesteld": bool(plan.map),
        "intensiteit_leerroute_vastgesteld": heeft_intensiteit(plan),
        "gesprekken_vastgesteld": plan.gesprekken is not None,
    }
    told |= vve.als_feiten(plan)
    if plan.bijstand is not None:
        told["bijstandsbesluiten_nodig"] = plan.bijstand
        told["bijstandsbesluiten_bijgevoegd"] = bool(plan.bijlagen)
    return told


def heeft_intensiteit(plan: Plan) -> bool:
    """Whether lessons and hours are fixed in it (Wi 15:2)."""
    return plan.uren is not None or plan.uren_totaal is not None or bool(plan.intensiteit)


def als_in_plan(plan: Plan) -> dict[str, Plain]:
    """What the rules may take as so while they look at this draft: nothing of it is kept."""
    told: dict[str, Plain] = {}
    if plan.leerroute:
        told["leerroute"] = Leerroute(plan.leerroute)
    if plan.niveau:
        told["niveau_in_pip"] = Niveau(plan.niveau)
    return geschreven(plan) | told


def als_gemeld(plan: Plan, known: Mapping[str, Plain], *, on: date) -> dict[str, Plain]:
    """What DUO would be told of this draft, if its letter went out today (PIP-2 to PIP-9).

    Of the hours it wants the total, of the B1-route only. DUO knows A2 and B1 only; of a higher
    level it is told nothing, and fills in B1 itself.
    """
    gemeld = plan.niveau in {Niveau.A2.value, Niveau.B1.value}
    b1 = plan.leerroute == Leerroute.B1_ROUTE.value
    told: dict[str, Plain] = {
        "dagtekening_te_melden_pip": on,
        "niveau_gemeld": gemeld,
        "intensiteit_b1_gemeld": b1 and plan.uren_totaal is not None,
    }
    if plan.leerroute:
        told["te_melden_leerroute"] = Leerroute(plan.leerroute)
    if gemeld:
        told["te_melden_niveau"] = Niveau(plan.niveau)
    return told | _eerdere(plan, known)


def _eerdere(plan: Plan, known: Mapping[str, Plain]) -> dict[str, Plain]:
    """Whether there was a plan before. Who never moved here with the duty, had none elsewhere."""
    if plan.soort != Plan.Soort.EERSTE:
        last = known.get("dagtekening_te_melden_pip") or known.get("dagtekening_eerste_pip")
        told: dict[str, Plain] = {"eerste_pip_ooit": False}
        return told | ({"dagtekening_vorig_pip": last} if last else {})
    return {"eerste_pip_ooit": True} if known.get("verhuisd") is False else {}


def waarden(plan: Plan, voor: Plan | None) -> dict[str, Any]:
    """The values of its letter; `voor` is the version before it, where Meedoen has one."""
    names = {each.name for each in brief_of(plan).variables}
    told: dict[str, Any] = {
        name: getattr(plan, name) or None for name in GESCHREVEN if name in names
    }
    told |= {
        "leerroute": Leerroute(plan.leerroute) if plan.leerroute else None,
        "niveau": Niveau(plan.niveau) if plan.niveau else None,
        "intensiteit": intensiteit(plan) or None,
        "gesprekken": plan.gesprekken,
        "uren_totaal": plan.uren_totaal,
        "vve": vve.in_brief(plan) or None,
        "examen": plan.examen,
        "alfabetisering": plan.alfabetisering,
    }
    if "wijziging" in names:
        told |= {f"{each}_a2": each in plan.a2 for each in ONDERDELEN}
        told["wijziging"] = "\n".join(veranderd(plan, voor)) or None
    return told


def intensiteit(plan: Plan) -> str:
    """Lessons and hours in words, a line each."""
    hours = UREN.format(plan.uren) if plan.uren is not None else ""
    return "\n".join(line for line in (hours, plan.intensiteit) if line)


@dataclass(frozen=True)
class Verschil:
    """One part of the plan that is another than before: its label, and both in words."""

    label: str
    was: str
    wordt: str

    @property
    def zin(self) -> str:
        """The change as a line of the letter."""
        short = all(len(text) <= SHORT and "\n" not in text for text in (self.was, self.wordt))
        if not self.wordt:
            return f"{self.label}: dit staat niet meer in uw plan."
        if not self.was:
            return f"{self.label}: dit is nieuw in uw plan."
        if not short:
            return f"{self.label}: dit is anders. Hieronder leest u hoe het wordt."
        return f"{self.label}: dit was {self.was.rstrip('.')}, dit wordt {self.wordt.rstrip('.')}."


def veranderd(plan: Plan, voor: Plan | None) -> list[str]:
    """What changes, a line each: computed from two versions, and what the official adds."""
    computed = [each.zin for each in verschillen(plan, voor)] if voor is not None else []
    own = [line.strip() for line in plan.wijziging.splitlines() if line.strip()]
    return [*computed, *own]


def verschillen(plan: Plan, voor: Plan) -> list[Verschil]:
    """The parts in which two versions differ, in the order of the letter."""
    now, before = dict(regels(plan)), dict(regels(voor))
    labels = dict.fromkeys([*now, *before])
    return [
        Verschil(label, before.get(label, ""), now.get(label, ""))
        for label in labels
        if now.get(label, "") != before.get(label, "")
    ]


def regels(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every part of a plan that is written: its label in the letter, and its value in words."""
    kind = brief_kinds()["wijziging_pip"]  # it knows every part
    told = {
        "leerroute": plan.leerroute,
        "niveau": plan.niveau,
        **{f"{each}_a2": "ja" if each in plan.a2 else "" for each in ONDERDELEN},
        "examen": _ja_nee(plan.examen),
        "alfabetisering": _ja_nee(plan.alfabetisering),
        "intensiteit": intensiteit(plan),
        "gesprekken": "" if plan.gesprekken is None else str(plan.gesprekken),
        "uren_totaal": "" if plan.uren_totaal is None else str(plan.uren_totaal),
    }
    for each in kind.variables:
        if each.name in OF_THIS_TIME:
            continue
        text = told.get(each.name, getattr(plan, each.name, ""))
        if isinstance(text, str) and text:
            yield each.label, text
        if each.name == "vve":
            yield from vve.per_kind(plan)


def _ja_nee(answer: bool | None) -> str:
    return "" if answer is None else str(in_words(answer, Kind.ANSWER))
