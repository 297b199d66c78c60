"""The talk as its pages show it: per section what is known, what is not, and who wrote last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from meedoen.accounts.scope import current_actor
from meedoen.dossier.explanation import Explanation, Line, explain
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.intake.actions.gesprek import Gaten
from meedoen.intake.gesprek_tables import Aanwezig, Startpositie
from meedoen.intake.said import Bekend, known
from meedoen.law.kader import kader_of
from meedoen.law.presentation import first_up, in_words
from meedoen.law.vraag import Kader, Onderdeel
from meedoen.rules.facts import Facts

HERE = timedelta(minutes=10)  # who reads on without typing is still there
COMPLEET = "brede_intake.intake_compleet"


@dataclass(frozen=True)
class Deel:
    """A section with what is known of its questions, and the colleagues who have it open."""

    onderdeel: Onderdeel
    bekend: Mapping[str, Bekend]
    hier: tuple[Aanwezig, ...] = ()

    @property
    def vragen(self) -> list[Bekend]:
        """The questions that this role may see, without the last one."""
        return [each for name, each in self.bekend.items() if name != self.onderdeel.genoeg.naam]

    @property
    def besproken(self) -> list[Bekend]:
        """Those that were talked about."""
        return [each for each in self.vragen if each.besproken]

    @property
    def open(self) -> list[Bekend]:
        """Those that were not."""
        return [each for each in self.vragen if not each.besproken]

    @property
    def genoeg(self) -> bool:
        """Whether somebody found that it was talked about enough."""
        return self.bekend[self.onderdeel.genoeg.naam].gezegd.waarde == "ja"

    @property
    def laatste(self) -> Bekend | None:
        """What was written last."""
        return max((each for each in self.bekend.values() if each.nummer), default=None, key=_order)


def _order(bekend: Bekend) -> int:
    return bekend.nummer


def delen(dossier: Dossier, kader: Kader, *, special: bool, until: int | None = None) -> list[Deel]:
    """Every section, with what is known of it."""
    every = known(dossier.pk, kader.onderdelen, special=special, until=until)
    return [
        Deel(each, {v.naam: every[v.naam] for v in each.alle if v.naam in every})
        for each in kader.onderdelen
    ]


def kader_for(dossier: Dossier, on: date) -> Kader:
    """The questions of the municipality of a dossier on a day."""
    return kader_of(dossier.gemeente_id, on)


def with_colleagues(found: list[Deel], dossier: Dossier, *, at: datetime) -> list[Deel]:
    """The same, with the colleagues who have a section open."""
    rows = list(others_here(dossier, at=at))
    return [Deel(each.onderdeel, each.bekend, _in(rows, each.onderdeel.naam)) for each in found]


def _in(rows: list[Aanwezig], onderdeel: str) -> tuple[Aanwezig, ...]:
    return tuple(row for row in rows if row.onderdeel == onderdeel)


def others_here(dossier: Dossier, *, at: datetime, onderdeel: str = "") -> Iterator[Aanwezig]:
    """Colleagues who have this section of the talk open now; without one, any of them."""
    me = current_actor().medewerker_id
    rows = Aanwezig.objects.filter(dossier=dossier, gezien_at__gte=at - HERE)
    if onderdeel:
        rows = rows.filter(onderdeel=onderdeel)
    yield from rows.exclude(medewerker=me).select_related("medewerker").order_by("sinds_at")


def also_known(dossier: Dossier, onderdeel: Onderdeel, *, on: date) -> list[tuple[str, str]]:
    """What the dossier says beside the questions of a section: label and value in words."""
    if not onderdeel.ook_bekend:
        return []
    row = facts_of([dossier.pk], on=on, names=onderdeel.ook_bekend).facts.row()
    facts = [fact for name in onderdeel.ook_bekend if (fact := Facts.named(name))]
    return [
        (first_up(fact.meaning), in_words(row[fact.name], fact.kind))
        for fact in facts
        if row.get(fact.name) is not None
    ]


@dataclass(frozen=True)
class Compleet:
    """Whether the intake is whole by law: the answer, what is missing, and who can tell it."""

    uitleg: Explanation
    gaten: Gaten

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.gaten.compleet is True


def compleet(dossier: Dossier, found: list[Deel], *, on: date) -> Compleet:
    """What the rules say of the intake now (Wi 14:3, Bi 5.2)."""
    uitleg = explain(dossier, COMPLEET, on=on)
    answer = {"ja": True, "nee": False}.get(uitleg.answer)
    asked = [each for deel in found for each in deel.vragen]
    gaten = Gaten(
        answer,
        tuple(line.text for line in missing(uitleg)),
        sum(each.besproken for each in asked),
        len(asked),
    )
    return Compleet(uitleg, gaten)


def missing(uitleg: Explanation) -> list[Line]:
    """The parts of the law that are not there yet: of each part one line."""
    lines = [line for line in uitleg.lines if line.depth in (1, 2) and line.value != "ja"]
    inner = {line.depth for line in lines} == {1, 2}
    return [line for line in lines if not (inner and line.depth == 1 and _has_parts(uitleg, line))]


def _has_parts(uitleg: Explanation, line: Line) -> bool:
    at = uitleg.lines.index(line)
    return at + 1 < len(uitleg.lines) and uitleg.lines[at + 1].depth > line.depth


def start_of(dossier: Dossier) -> Startpositie | None:
    """The start position: that of the first time that the intake was closed."""
    rows = Startpositie.objects.filter(dossier=dossier)
    return rows.select_related("gebeurtenis__medewerker").order_by("nummer").first()
