"""Choosing a leerroute: an own judgement, then the advice, then a choice, then a second look.

The college decides and the rules advise (Wi 15:1a). Refused is only what no law allows.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, DiaryError, append, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.routes import Vergelijking, compare
from meedoen.rules.choices import Leerroute

JUDGES = frozenset({Rol.KLANTMANAGER, Rol.TEAMLEIDER})  # like the soort leerroute_beoordeeld
OPEN = ("grote_kans_op_diploma", "redelijkerwijs_niet_in_staat", "kan_wel_maar_wil_niet")
OORDEEL, KEUZE, BLIK = "leerroute_eigen_oordeel", "leerroute_gekozen", "leerroute_tweede_blik"


@dataclass(frozen=True)
class Oordeel:
    """What an official thinks before the advice opens; None: not judged yet (Wi 8:1, 9:1)."""

    route: Leerroute
    reden: str
    grote_kans_op_diploma: bool | None = None
    redelijkerwijs_niet_in_staat: bool | None = None
    kan_wel_maar_wil_niet: bool | None = None


@dataclass(frozen=True)
class Keuze:
    """What is chosen; why, where it differs from the advice; the answer to a wish to study."""

    route: Leerroute
    reden: str = ""
    antwoord: str = ""


def judge(dossier_id: int, oordeel: Oordeel, *, on: date, at: datetime) -> Leerroutekeuze:
    """Write down an own judgement; the advice of now is kept beside it, and opens.

    Errors: NotAllowedError; DiaryError while a round still runs; LawError.
    """
    actor = may_judge()
    dossier = lock(dossier_id)
    before = Leerroutekeuze.objects.filter(dossier=dossier).order_by("-ronde").first()
    if before is not None and before.loopt:
        raise DiaryError(_("Er is al een oordeel. Maak eerst die keuze af."))
    content = Content(
        feiten=_answered(oordeel),
        teksten={"motivering": oordeel.reden},
        details={"leerroute": oordeel.route.value},
    )
    told = append(dossier, OORDEEL, content, on=on, at=at)
    now = compare(dossier, on=on)
    return Leerroutekeuze.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        gebeurtenis=told,
        ronde=before.ronde + 1 if before else 1,
        oordeel=oordeel.route.value,
        oordeel_door_id=actor.official,
        oordeel_at=at,
        advies=now.advies.value if now.advies else "",
        toetsadvies=now.toetsadvies.value if now.toetsadvies else "",
    )


def choose(keuze_id: int, keuze: Keuze, *, versie: int, on: date, at: datetime) -> Leerroutekeuze:
    """Choose the leerroute for the plan. It stands in no letter before the plan is sent.

    Errors: NotAllowedError; StaleError; DiaryError where a reason, an answer or the only ground for
    the zelfredzaamheidsroute is missing; LawError.
    """
    actor = may_judge()
    row, dossier = _held(keuze_id)
    if row.versie != versie or row.keuze:
        raise StaleError({"keuze": (row.keuze, keuze.route.value)})
    now = compare(dossier, on=on)
    _refuse_without_reasons(keuze, now)
    row.keuze, row.keuze_door_id, row.keuze_at = keuze.route.value, actor.official, at
    row.wijkt_af = now.wijkt_af(keuze.route)
    row.blik = Leerroutekeuze.Blik.NODIG if now.tweede_blik[keuze.route] else ""
    row.versie = versie + 1
    row.save()
    content = Content(
        feiten=_told_by(keuze, differs=row.wijkt_af),
        teksten=_said(motivering=keuze.reden, antwoord=keuze.antwoord),
        details={"leerroute": keuze.route.value},
    )
    append(dossier, KEUZE, content, on=on, at=at)
    return row


def look_along(
    keuze_id: int, *, eens: bool, reden: str, versie: int, on: date, at: datetime
) -> Leerroutekeuze:
    """A second official agrees with the choice, or does not and says why: then a new round begins.

    Errors: NotAllowedError for who chose; StaleError; DiaryError.
    """
    actor = may_judge()
    row, dossier = _held(keuze_id)
    if row.versie != versie or row.blik != Leerroutekeuze.Blik.NODIG:
        raise StaleError({"blik": (str(row.get_blik_display()), "")})
    if actor.official == row.keuze_door_id:
        raise NotAllowedError(_("U koos zelf. Een andere collega kijkt mee."))
    if not eens and not reden:
        raise DiaryError(_("Schrijf op waarom u het niet eens bent."))
    row.blik = Leerroutekeuze.Blik.EENS if eens else Leerroutekeuze.Blik.ONEENS
    row.blik_door_id, row.blik_at, row.versie = actor.official, at, versie + 1
    row.save()
    content = Content(
        feiten={"tweede_blik_gedaan": True} if eens else {},
        teksten=_said(motivering=reden),
        details={"leerroute": row.keuze, "uitkomst": "eens" if eens else "niet eens"},
    )
    append(dossier, BLIK, content, on=on, at=at)
    return row


def may_judge() -> Actor:
    """Who decides on the leerroute and writes the plan. Errors: NotAllowedError."""
    actor = current_actor()
    actor.must(Recht.VASTLEGGEN)
    if actor.rol not in JUDGES:
        text = _("Met de rol «%(rol)s» oordeelt u niet over de leerroute.")
        raise NotAllowedError(text % {"rol": rolnaam(actor.rol)})
    return actor


def _answered(oordeel: Oordeel) -> dict[str, bool]:
    """The open norms that were answered; what is not judged yet, is told nowhere."""
    answers = {name: getattr(oordeel, name) for name in OPEN}
    return {name: answer for name, answer in answers.items() if answer is not None}


def _held(keuze_id: int) -> tuple[Leerroutekeuze, Dossier]:
    found = Leerroutekeuze.objects.filter(pk=keuze_id).first()
    if found is None:
        raise DiaryError(_("Deze keuze is er niet, of u mag haar niet zien."))
    dossier = lock(found.dossier_id)
    return Leerroutekeuze.objects.select_for_update().get(pk=keuze_id), dossier


def _refuse_without_reasons(keuze: Keuze, now: Vergelijking) -> None:
    if keuze.route is Leerroute.ZELFREDZAAMHEIDSROUTE:
        if now.past_niet(keuze.route):
            raise DiaryError(
                _(
                    "De zelfredzaamheidsroute kan alleen als iemand het examen redelijkerwijs niet "
                    "kan halen (Wi 9:1). Dat staat niet in het oordeel."
                )
            )
        if now.kan_wel_maar_wil_niet:
            raise DiaryError(
                _("Wie wel kan maar niet wil, hoort niet in de zelfredzaamheidsroute (Wi 9:1).")
            )
    if now.wijkt_af(keuze.route) and not keuze.reden:
        raise DiaryError(_("U wijkt af van het advies. Schrijf op waarom."))
    if now.antwoord_nodig and not keuze.antwoord:
        raise DiaryError(_("Schrijf op of de onderwijsroute past, en waarom."))


def _told_by(keuze: Keuze, *, differs: bool) -> dict[str, bool]:
    """The facts that a choice makes true; that it stands in the plan, the plan itself says."""
    told = {"afwijking_gemotiveerd": True} if differs else {}
    return told | ({"antwoord_onderwijsroute_in_pip": True} if keuze.antwoord else {})


def _said(**texts: str) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
