"""What a plan says of the voor- of vroegschool per child: as facts, in the letter, what lacks."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.plan_tables import Plan, Vveafspraak
from meedoen.rules.column import Kind, Plain

ARTIKEL = "Wi 15:1d"
# In the letter, so Dutch whatever language its writer reads.
LABEL = "Voorschool of vroegschool van {}"
UREN = "{} uur per week"
VANAF = "vanaf {}"
GAAT = "{} gaat naar de voorschool of vroegschool: {}."
NODIG = "{} heeft de voorschool of vroegschool nodig."
NIET_NODIG = "{} heeft de voorschool of vroegschool niet nodig."
ONBEKEND = "Voor {} weten wij nog niet of de voorschool of vroegschool nodig is."
TE_DOEN = "Nog te regelen: {}."
DAT_REGELT = "Dat regelt {}."
REGELT: Mapping[str, str] = {
    Vveafspraak.Regelt.GEMEENTE.value: "de gemeente",
    Vveafspraak.Regelt.OUDER.value: "u zelf",
    Vveafspraak.Regelt.SAMEN.value: "u samen met de gemeente",
    Vveafspraak.Regelt.SCHOOL.value: "de voorschool of de school",
}


def als_feiten(plan: Plan) -> dict[str, Plain]:
    """Whether there is a child for it, and whether that is agreed; not told: not known yet.

    A child that needs it answers the first question, whatever was ticked. A text without rows is
    an agreement, as plans had before each child had its own row.
    """
    kind = True if any(row.nodig for row in plan.kinderen) else plan.kind
    if kind is None:
        return {}
    told: dict[str, Plain] = {"kind_voor_vve": kind}
    geregeld = _geregeld(plan)
    return told if geregeld is None else told | {"vve_vastgesteld": geregeld}


def _geregeld(plan: Plan) -> bool | None:
    if not plan.kinderen:
        return bool(plan.vve)
    answers = {row.geregeld for row in plan.kinderen}
    return False if False in answers else None if None in answers else True


def in_brief(plan: Plan) -> str:
    """The agreements as the letter tells them: a line per child, then what is written besides."""
    return "\n".join(line for line in (*map(zin, plan.kinderen), plan.vve) if line)


def per_kind(plan: Plan) -> Iterator[tuple[str, str]]:
    """A label with the child in it, and what is agreed for it in words."""
    for row in plan.kinderen:
        yield LABEL.format(row.kind), zin(row)


def zin(row: Vveafspraak) -> str:
    """What is agreed for one child, in short sentences."""
    told = [_eerst(row)]
    if row.te_doen:
        told.append(TE_DOEN.format(row.te_doen.rstrip(". ")))
        told += [DAT_REGELT.format(REGELT[row.regelt])] if row.regelt else []
    return " ".join(told)


def _eerst(row: Vveafspraak) -> str:
    if row.nodig is None:
        return ONBEKEND.format(row.kind)
    if row.nodig is False:
        return NIET_NODIG.format(row.kind)
    parts = [row.plek.rstrip(". ")]
    parts.append(UREN.format(row.uren) if row.uren else "")
    parts.append(VANAF.format(in_words(row.vanaf_op, Kind.DAY)) if row.vanaf_op else "")
    offer = ", ".join(each for each in parts if each)
    return GAAT.format(row.kind, offer) if offer else NODIG.format(row.kind)


def wat_ontbreekt(plan: Plan) -> Iterator[str]:
    """Of each child whose agreement is not whole: what lacks, in the language of the reader."""
    for row in plan.kinderen:
        if row.nodig and not row.plek and not row.te_doen:
            text = _("%(kind)s: er staat nog geen plek, en niet wat er nog geregeld moet worden.")
            yield text % {"kind": f"\u2068{row.kind}\u2069"}
        elif row.te_doen and not row.regelt:
            text = _("%(kind)s: er staat nog niet wie regelt wat er nog moet gebeuren.")
            yield text % {"kind": f"\u2068{row.kind}\u2069"}


def wat_onbekend(plan: Plan) -> Iterator[str]:
    """The children of whom nobody told yet whether they need it."""
    for row in plan.kinderen:
        if row.nodig is None:
            text = _("%(kind)s: is de voorschool of vroegschool nodig?")
            yield text % {"kind": f"\u2068{row.kind}\u2069"}
