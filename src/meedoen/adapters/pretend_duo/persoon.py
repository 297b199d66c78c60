"""What the pretend DUO knows of one person; lists hold what was, the last one is what is now.

Parts that only travel to the reader are kept as DUO writes them (`Wire`).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Wire = dict[str, Any]

ASIEL = "Asielstatushouder"
MIGRANT = "Gezinsmigrant en overige migrant"


@dataclass(frozen=True)
class Step:
    """Something that happens in a life, on a day; `wat` names a function of steps.py."""

    op: date
    wat: str
    velden: Wire = field(default_factory=dict)


@dataclass
class Verblijf:
    """Where somebody lives: in a municipality, or in a place of COA and coupled to one."""

    gemeente: int
    vanaf: date
    coa: bool = False


@dataclass
class Plicht:
    """A version of the duty; `einde` is the last day, as DUO writes it."""

    plichtig: bool
    begin: date | None
    gewijzigd: date
    einde: date | None = None
    kennisgeving: date | None = None
    reden: str | None = None


@dataclass
class Doelgroep:
    """A version of the target group; `einde` is the last day, as DUO writes it."""

    indeling: str
    gedetailleerd: str
    begin: date
    einde: date | None = None
    asielrechten: str | None = None


@dataclass
class Termijn:
    """A version of the term; `einde` is the first day after it, as DUO writes it."""

    start: date
    einde: date
    gewijzigd: date
    grondcode: str | None = None


@dataclass
class Pip:
    """A PIP as a municipality told it."""

    gemeente: int
    dagtekening: date
    velden: Wire

    @property
    def leerroute(self) -> str:
        """B, O or Z."""
        return str(self.velden["leerroute"])


@dataclass
class Uren:
    """Hours as one municipality told them: totals."""

    bekend_tot: date
    soorten: dict[str, Wire] = field(default_factory=dict)
    instellingen: dict[str, Wire] = field(default_factory=dict)


@dataclass
class Resultaat:
    """The day of a PVT or the end talk of the MAP, and who told it."""

    gemeente: int
    datum: date


@dataclass
class Besluiten:
    """What DUO decided, as it writes it."""

    vrijstellingen: list[Wire] = field(default_factory=list)
    ontheffingen: list[Wire] = field(default_factory=list)
    verlengingen: list[Wire] = field(default_factory=list)
    boetes: list[Wire] = field(default_factory=list)
    examens: list[Wire] = field(default_factory=list)
    lbt_resultaten: list[Wire] = field(default_factory=list)


@dataclass
class Persoon:
    """An invented person; before `bsn_bekend` only the V-nummer is known."""

    bsn: str
    vnummer: int
    naam: str
    geboren: date
    gemeenten: tuple[int, int]
    verhaal: str
    bsn_bekend: bool = True
    steps: list[Step] = field(default_factory=list)
    verblijf: list[Verblijf] = field(default_factory=list)
    plicht: list[Plicht] = field(default_factory=list)
    doelgroep: list[Doelgroep] = field(default_factory=list)
    termijn: list[Termijn] = field(default_factory=list)
    pips: list[Pip] = field(default_factory=list)
    besluiten: Besluiten = field(default_factory=Besluiten)
    uren: dict[int, Uren] = field(default_factory=dict)
    aanbod: dict[str, list[Wire]] = field(default_factory=dict)
    resultaten: dict[str, Resultaat] = field(default_factory=dict)
    afronding_zroute: date | None = None
    examennummer: str | None = None
    contactpersoon: int | None = None
    gebeurtenissen: list[tuple[date, str]] = field(default_factory=list)

    def plan(self, step: Step) -> None:
        """One more step, in its place; after those of the same day."""
        self.steps = sorted([*self.steps, step], key=lambda s: s.op)

    @property
    def is_bekend(self) -> bool:
        """Whether DUO can be asked about this person."""
        return self.bsn_bekend and bool(self.plicht)

    @property
    def is_asiel(self) -> bool:
        """Whether the target group now is that of asylum."""
        return bool(self.doelgroep) and self.doelgroep[-1].indeling == ASIEL

    @property
    def is_plichtig(self) -> bool:
        """Whether there is a duty now."""
        return bool(self.plicht) and self.plicht[-1].plichtig

    @property
    def gemeente(self) -> int | None:
        """The municipality of residence or coupling; the one that DUO writes to."""
        return self.verblijf[-1].gemeente if self.verblijf else None

    def settled_in(self, gemeente: int) -> date | None:
        """Since when this person lives in a municipality, outside of COA; None if not."""
        home = self.verblijf[-1] if self.verblijf else None
        return home.vanaf if home and home.gemeente == gemeente and not home.coa else None
