"""What an outside party decided, written as it told it: only what is new, however often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, append, lock
from meedoen.dossier.facts_table import ALL_FACTS, facts_of, told_on
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.law.register import RegisterError, checked, register
from meedoen.law.soort import Soort
from meedoen.rules.column import Plain
from meedoen.rules.tegenspraak import facts_to_compare


@dataclass(frozen=True)
class Uitspraak:
    """One thing that was told: a soort, a day, and facts and texts by name.

    Without `kenmerk` it says how things stand: written where the dossier says something else. With
    one it happened once: written also where the diary does not have it yet.
    """

    soort: str
    on: date
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    kenmerk: str = ""


@dataclass(frozen=True)
class Source:
    """Who told it, and in which message or question."""

    bron: str
    bericht: str


@dataclass(frozen=True)
class Taken:
    """How many gebeurtenissen were written; and what contradicts the dossier, soort by soort."""

    written: int
    refused: tuple[tuple[str, RegisterError], ...] = ()


def take_in(
    dossier_id: int, told: Sequence[Uitspraak], source: Source, *, on: date, at: datetime
) -> Taken:
    """Write what is new of what was told; the order in which it arrives makes no difference.

    What was decided stands: it begins to hold no earlier than what it takes the place of, so that
    `stand` says it. What contradicts the dossier is not written. Errors: DiaryError.
    """
    current_actor().must(Recht.VASTLEGGEN)
    dossier = lock(dossier_id)
    names = {name for each in told for name in register()[each.soort].names}
    beside = sorted(names.intersection(ALL_FACTS) | facts_to_compare(names))
    known = facts_of([dossier_id], on=on, names=beside).facts.row()
    writing = _Writing(dossier, source, known, on=on, at=at)
    refused: list[tuple[str, RegisterError]] = []
    written = 0
    for each in told:
        try:
            written += writing.write(each)
        except RegisterError as error:
            refused.append((each.soort, error))
    return Taken(written, tuple(refused))


class _Writing:
    """One dossier that is held, and what is known of it by now."""

    def __init__(
        self,
        dossier: Dossier,
        source: Source,
        known: Mapping[str, Plain],
        *,
        on: date,
        at: datetime,
    ) -> None:
        self.dossier, self.source, self.on, self.at = dossier, source, on, at
        self.known = dict(known)
        self.since: dict[str, date] | None = None
        self.once: dict[str, set[str]] = {}

    def write(self, told: Uitspraak) -> bool:
        """Whether it was new, and is written now. Errors: RegisterError."""
        kind = register()[told.soort]
        day = min(told.on, self.on)
        says = checked(kind, told.gegevens, day).feiten
        new = bool(told.kenmerk) and told.kenmerk not in self._happened(kind.name)
        compare = _to_compare(kind, told, says)
        if not new and all(self.known.get(name) == value for name, value in compare.items()):
            return False
        day = max([day, *self._since(says)])
        found = checked(kind, told.gegevens, day, known=self.known)
        details = {"bron": self.source.bron, "bericht": self.source.bericht}
        if told.kenmerk:
            details["kenmerk"] = told.kenmerk
            self._happened(kind.name).add(told.kenmerk)
        content = Content(found.feiten, found.teksten, details=details)
        append(self.dossier, kind.name, content, on=day, at=self.at)
        self._remember(found.feiten, day)
        return True

    def _remember(self, feiten: Mapping[str, Plain], day: date) -> None:
        self.known |= {name: value for name, value in feiten.items() if value is not None}
        for name, value in feiten.items():
            if value is None:
                self.known.pop(name, None)
        if self.since is not None:
            self.since |= dict.fromkeys(feiten, day)

    def _since(self, names: Iterable[str]) -> list[date]:
        """From which days what is known of these facts holds."""
        if self.since is None:
            last = max(self.at, self.dossier.laatste_at or self.at)
            self.since = told_on(self.dossier.pk, on=self.on, known_at=last)
        return [self.since[name] for name in names if name in self.since]

    def _happened(self, soort: str) -> set[str]:
        """What the diary has of a soort that happens once; also what was put right since."""
        if soort not in self.once:
            rows = Gebeurtenis.objects.filter(
                dossier=self.dossier, soort=soort, inhoud__isnull=False
            )
            contents = rows.values_list("inhoud__bytes", flat=True)
            details = (json.loads(bytes(each)).get("details", {}) for each in contents)
            self.once[soort] = {each["kenmerk"] for each in details if "kenmerk" in each}
        return self.once[soort]


def _to_compare(kind: Soort, told: Uitspraak, says: Mapping[str, Plain]) -> dict[str, Plain]:
    """The facts by which it is new: what a soort forgets besides, people may know again since."""
    certain = {each.name for each in kind.facts if each.is_ and says.get(each.name) is not None}
    names = certain | (set(told.gegevens) & set(says)) or set(says)
    return {name: says[name] for name in names}
