"""Writing down the talk: a section at a time, a line in the diary each; closing the intake."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, append, lock, record
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.intake.gesprek_tables import (
    Aanwezig,
    Antwoord,
    BijzonderAntwoord,
    Bron,
    Stand,
    Startpositie,
)
from meedoen.intake.said import Bekend, Gezegd, known
from meedoen.law.antwoord import checked_answer
from meedoen.law.plain_text import from_plain_json
from meedoen.law.register import RegisterError, checked, register
from meedoen.law.vraag import Kader, Onderdeel, Vraag
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.tegenspraak import facts_to_compare

BESPROKEN, AFGEROND = "intake_besproken", "brede_intake_afgerond"
ON_PAPER = "intake_op_schrift"
GONE_AFTER = timedelta(hours=1)  # who was not seen for so long has left


class IntussenError(StaleError):
    """A colleague answered the same questions meanwhile: what stands there now, by question."""

    def __init__(self, now: Mapping[str, Bekend]) -> None:
        super().__init__({})
        self.now = dict(now)


@dataclass(frozen=True)
class Hoe:
    """How a section was told: by what source, which questions, what the writer had seen."""

    kader: Kader
    bron: Bron
    gezien: int  # the last number of the diary when the form was made


def save_section(
    dossier_id: int,
    onderdeel: Onderdeel,
    told: Mapping[str, Gezegd],
    *,
    hoe: Hoe,
    on: date,
    at: datetime,
) -> Gebeurtenis | None:
    """Keep what changed of a section since the writer saw it; None where nothing did.

    What a colleague answered meanwhile and the writer left as it was, stays the colleague's.
    Errors: IntussenError where both changed one question; RegisterError; NotAllowedError.
    """
    actor = current_actor()
    actor.must(Recht.INTAKE_VOEREN)
    vragen = {vraag.naam: vraag for vraag in onderdeel.alle if vraag.naam in told}
    if any(vraag.bijzonder for vraag in vragen.values()):
        actor.must(Recht.BIJZONDER)
    dossier = lock(dossier_id)
    wanted = _checked(vragen, told)
    changed = _changed(dossier, onderdeel, wanted, gezien=hoe.gezien)
    if not changed:
        return None
    facts = _facts(dossier, hoe.kader, onderdeel, changed=changed, on=on)
    details = {"onderdeel": onderdeel.label, "antwoorden": len(changed)}
    made = append(dossier, BESPROKEN, Content(feiten=facts, details=details), on=on, at=at)
    _add(made, [(vragen[name], said) for name, said in changed.items()], hoe=hoe, on=on)
    return made


def _checked(vragen: Mapping[str, Vraag], told: Mapping[str, Gezegd]) -> dict[str, Gezegd]:
    """Every answer in its canonical form. Errors: RegisterError with all that is wrong."""
    found, wrong = dict[str, Gezegd](), dict[str, str]()
    for name, vraag in vragen.items():
        said = told[name]
        try:
            good = checked_answer(vraag, said.waarde) if said.waarde else ""
            found[name] = Gezegd.antwoord(good) if said.stand == Stand.ANTWOORD else said
        except ValueError as error:
            wrong[name] = str(error)
    if wrong:
        raise RegisterError(wrong)
    return found


def _changed(
    dossier: Dossier, onderdeel: Onderdeel, told: Mapping[str, Gezegd], *, gezien: int
) -> dict[str, Gezegd]:
    """What the writer changed and does not stand there yet. Errors: IntussenError."""
    special = current_actor().may(Recht.BIJZONDER)
    seen = known(dossier.pk, [onderdeel], special=special, until=gezien)
    now = seen
    if dossier.laatste_nummer > gezien:
        now = known(dossier.pk, [onderdeel], special=special)
    mine = {name: said for name, said in told.items() if said != seen[name].gezegd}
    both = {
        name: now[name]
        for name, said in mine.items()
        if now[name].gezegd not in (seen[name].gezegd, said)
    }
    if both:
        raise IntussenError(both)
    return {name: said for name, said in mine.items() if said != now[name].gezegd}


def _facts(
    dossier: Dossier,
    kader: Kader,
    onderdeel: Onderdeel,
    *,
    changed: Mapping[str, Gezegd],
    on: date,
) -> dict[str, Plain]:
    """What the rules learn of it. Errors: RegisterError, by question."""
    kind = register()[BESPROKEN]
    told: dict[str, Plain] = {}
    question_of = {}
    for vraag in onderdeel.vragen:
        if vraag.fact and vraag.naam in changed:
            told[vraag.fact] = _plain(vraag.fact, changed[vraag.naam])
            question_of[vraag.fact] = vraag.naam
    told |= _explored(dossier, kader, onderdeel, changed=changed)
    names = sorted(facts_to_compare(tuple(told)) | {ON_PAPER})
    before = facts_of([dossier.pk], on=on, names=names).facts.row()
    if before.get(ON_PAPER) is not True:
        told[ON_PAPER] = True
    sure = {name: value for name, value in told.items() if value is not None}
    try:
        if sure:
            checked(kind, sure, on, known=before)
    except RegisterError as error:
        raise RegisterError({question_of.get(k, k): v for k, v in error.fields.items()}) from error
    return told


def _plain(fact: str, said: Gezegd) -> Plain:
    found = Facts.named(fact)
    return from_plain_json(found.kind, said.waarde) if found and said.waarde else None


def _explored(
    dossier: Dossier, kader: Kader, onderdeel: Onderdeel, *, changed: Mapping[str, Gezegd]
) -> dict[str, Plain]:
    """The fact that this section proves: with the others of that fact, when all are enough."""
    said = changed.get(onderdeel.genoeg.naam)
    if said is None or not onderdeel.in_kaart:
        return {}
    if said.waarde != "ja":
        return {onderdeel.in_kaart: None}
    others = [each for each in kader.together(onderdeel.in_kaart) if each != onderdeel]
    now = known(dossier.pk, others, special=False)
    enough = all(now[each.genoeg.naam].gezegd.waarde == "ja" for each in others)
    return {onderdeel.in_kaart: True} if enough else {}


def _add(made: Gebeurtenis, said: Iterable[tuple[Vraag, Gezegd]], *, hoe: Hoe, on: date) -> None:
    every = list(said)
    Antwoord.objects.bulk_create(
        Antwoord(**_row(made, vraag, gezegd, hoe=hoe, on=on))
        for vraag, gezegd in every
        if not vraag.bijzonder
    )
    BijzonderAntwoord.objects.bulk_create(
        BijzonderAntwoord(**_row(made, vraag, gezegd, hoe=hoe, on=on))
        for vraag, gezegd in every
        if vraag.bijzonder
    )


def _row(
    made: Gebeurtenis, vraag: Vraag, gezegd: Gezegd, *, hoe: Hoe, on: date
) -> dict[str, object]:
    return {
        "gemeente_id": made.gemeente_id,
        "dossier_id": made.dossier_id,
        "gebeurtenis": made,
        "nummer": made.nummer,
        "vraag": vraag.naam,
        "kader": hoe.kader.versie,
        "stand": gezegd.stand,
        "waarde": gezegd.waarde,
        "bron": hoe.bron,
        "op": on,
    }


@dataclass(frozen=True)
class Gaten:
    """What was missing when the intake was closed: whether it is whole by law, and what is not."""

    compleet: bool | None
    ontbreekt: tuple[str, ...]
    besproken: int
    vragen: int


def close_intake(
    dossier_id: int, gaten: Gaten, reden: str, *, kader: Kader, on: date, at: datetime
) -> Startpositie:
    """The brede intake is done: the start position is fixed, with what was missing (Wi 14).

    Nobody is stopped; where something is missing the reason goes into the diary.
    Errors: RegisterError without a reason; NotAllowedError; DiaryError.
    """
    current_actor().must(Recht.INTAKE_VOEREN)
    if gaten.compleet is not True and not reden.strip():
        raise RegisterError({"reden": _("Schrijf op waarom u verdergaat.")})
    told = {"intake_in_afwezigheid": False} | ({"reden": reden} if reden.strip() else {})
    made = record(dossier_id, AFGEROND, told, on=on, at=at)
    return Startpositie.objects.create(
        gemeente_id=made.gemeente_id,
        dossier_id=dossier_id,
        gebeurtenis=made,
        nummer=made.nummer,
        kader=kader.versie,
        op=on,
        compleet=gaten.compleet,
        ontbreekt=list(gaten.ontbreekt),
        besproken=gaten.besproken,
        vragen=gaten.vragen,
    )


def enter_section(dossier: Dossier, onderdeel: str, *, at: datetime) -> None:
    """Somebody has this section open now; who was not seen for an hour is forgotten."""
    actor = current_actor()
    mine = {"dossier": dossier, "onderdeel": onderdeel, "medewerker_id": actor.official}
    Aanwezig.objects.filter(dossier=dossier, gezien_at__lt=at - GONE_AFTER).delete()
    Aanwezig.objects.bulk_create(
        [Aanwezig(gemeente_id=dossier.gemeente_id, sinds_at=at, gezien_at=at, **mine)],
        update_conflicts=True,
        unique_fields=["dossier", "onderdeel", "medewerker"],
        update_fields=["gezien_at"],
    )


def leave_sections(dossier: Dossier) -> None:
    """Somebody has no section of this talk open any more."""
    official = current_actor().official
    Aanwezig.objects.filter(dossier=dossier, medewerker_id=official).delete()
