"""What is read before a letter goes out: may it, to whom, and how it looks; nothing is written."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from json import loads

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import AANGETEKEND, ANDERS, BY_POST, POST, addressee_of
from meedoen.dossier.besluiten import own_texts_of, signature_of, values_of
from meedoen.dossier.chain import canonical
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.letters import Geadresseerde, Letter, compose
from meedoen.dossier.models import Besluit, Dossier, Verzending
from meedoen.law.brief_file import brief_kinds

DIED = "overleden_op"


@dataclass(frozen=True)
class Bewijs:
    """What shows that a letter went out. What the channel asks is filled in; the rest is empty.

    `nummer`: of registered post. `aan`, `plaats`: who took it, and where. `hoe`, `gezocht`: the
    other suitable way, and what was done to find the address (Awb 3:41:2). `adres_nagekeken`: an
    address from which a letter came back is looked up and right.
    """

    nummer: str = ""
    aan: str = ""
    plaats: str = ""
    hoe: str = ""
    gezocht: str = ""
    adres_nagekeken: bool = False


NOTHING = Bewijs()


def _rows(besluit: Besluit) -> list[Verzending]:
    """Every sending of a letter, the first one first; no query where they are fetched already."""
    return sorted(besluit.verzendingen.all(), key=lambda each: each.pk)


def current(besluit: Besluit) -> Verzending | None:
    """The sending that holds: the last one that went out."""
    return next((each for each in reversed(_rows(besluit)) if each.verzonden_at is not None), None)


def waiting(besluit: Besluit) -> Verzending | None:
    """The sending that waits for the mailroom, or lies printed there."""
    rows = (each for each in _rows(besluit) if each.verzonden_at is None)
    return next((each for each in rows if each.vervallen_at is None), None)


def must_go(besluit: Besluit) -> bool:
    """Whether a letter is signed and has not been made known: never sent, or it came back."""
    if besluit.ondertekend_at is None or besluit.ingetrokken_op is not None:
        return False
    if besluit.verzonden_at is None:
        return True
    last = current(besluit)
    return last is not None and last.bekend is False


def refuse(besluit: Besluit, dossier: Dossier, *, on: date) -> None:
    """Errors: DiaryError where a letter may not go out, whichever way."""
    if besluit.ondertekend_at is None:
        raise DiaryError(_("Dit is nog niet ondertekend."))
    if besluit.ingetrokken_op is not None:
        raise DiaryError(_("Dit besluit is ingetrokken. Het kan niet meer worden verstuurd."))
    if not must_go(besluit):
        raise DiaryError(_("Dit is al verzonden."))
    if dossier.persoon is not None and dossier.persoon.naam.onbekend:
        raise DiaryError(_("Wij weten de naam nog niet. Neem hem eerst over uit de BRP."))
    facts = facts_of([dossier.pk], on=on, names=(DIED, "overleden")).facts.row()
    if facts.get(DIED) is not None or facts.get("overleden"):
        raise DiaryError(
            _("Deze persoon is overleden. Verstuur deze brief niet. Overleg met de jurist.")
        )


def address_for(
    dossier: Dossier, kanaal: str, bewijs: Bewijs = NOTHING, *, on: date
) -> Geadresseerde:
    """To whom and where a letter of this day goes, if the way and its proof are in order.

    Errors: DiaryError, also where a letter came back from that address and nobody looked it up.
    """
    if kanaal == AANGETEKEND and not bewijs.nummer.strip():
        raise DiaryError(_("Vul het nummer van de aangetekende brief in."))
    to = addressee_of(dossier, kanaal, on=on)
    if kanaal == ANDERS:
        _refuse_another_way(dossier, bewijs, on=on)
    if kanaal in BY_POST and not bewijs.adres_nagekeken:
        back = came_back_from(dossier, to.adres)
        if back is not None:
            text = _(
                "Op %(dag)s kwam een brief terug van dit adres. Kijk het adres na. "
                "Klopt het toch? Zet dan het vinkje dat u het nakeek."
            )
            raise DiaryError(text % {"dag": date_format(back, "j F Y")})
    return to


def _refuse_another_way(dossier: Dossier, bewijs: Bewijs, *, on: date) -> None:
    """Awb 3:41:2: only where sending cannot be done, after a search that is written down."""
    if not no_address(dossier, on=on):
        raise DiaryError(
            _("Er is een adres. Stuur de brief met de post, of geef hem in de hand (Awb 3:41).")
        )
    if not bewijs.hoe.strip() or not bewijs.gezocht.strip():
        raise DiaryError(
            _("Schrijf op hoe u het besluit bekendmaakt, en wat u deed om het adres te vinden.")
        )


def no_address(dossier: Dossier, *, on: date) -> bool:
    """Whether no address is known where post comes: none at all, or a letter came back from it."""
    to = addressee_of(dossier, POST, on=on, draft=True)
    return not to.adres or came_back_from(dossier, to.adres) is not None


def came_back_from(dossier: Dossier, adres: tuple[str, ...]) -> date | None:
    """The day on which a letter came back from this address, and nothing went there since."""
    rows = Verzending.objects.filter(
        dossier=dossier, kanaal__in=BY_POST, verzonden_at__isnull=False
    )
    there = [each for each in rows.order_by("pk") if _address_of(each) == adres]
    return there[-1].terug_op if there and adres else None


def _address_of(row: Verzending) -> tuple[str, ...]:
    return tuple(loads(bytes(row.geadresseerde))["adres"])


def letter_for(
    besluit: Besluit, to: Geadresseerde, *, on: date, at: datetime
) -> tuple[Letter, bytes]:
    """A letter dated on the day of `at`, and its addressee as it is kept. Errors: LetterError."""
    kind = brief_kinds()[besluit.soort]
    values, signed = values_of(kind, besluit), signature_of(besluit, on=on)
    letter = compose(kind, values, to, signed=signed, at=at, teksten=own_texts_of(besluit))
    return letter, canonical(asdict(to))


def sendings_of(besluit: Besluit) -> list[Verzending]:
    """Every time that a letter went out, the last one first."""
    return [each for each in reversed(_rows(besluit)) if each.verzonden_at is not None]


def came_back(dossiers: QuerySet[Dossier]) -> QuerySet[Verzending]:
    """Letters of these dossiers that came back, with which nothing was done since."""
    later = Verzending.objects.filter(
        besluit=OuterRef("besluit"), pk__gt=OuterRef("pk"), verzonden_at__isnull=False
    )
    return Verzending.objects.filter(
        ~Exists(later),
        dossier__in=dossiers,
        terug_op__isnull=False,
        terug_klaar_at__isnull=True,
        besluit__ingetrokken_op__isnull=True,
    )


def addressee_lines(row: Verzending) -> tuple[str, ...]:
    """Name and address as the letter went."""
    kept = loads(bytes(row.geadresseerde))
    return (*kept["naam"], *kept["adres"])


def at_mailroom(dossiers: QuerySet[Dossier]) -> QuerySet[Verzending]:
    """Letters that wait for the mailroom, or lie printed there."""
    rows = Verzending.objects.filter(dossier__in=dossiers, verzonden_at__isnull=True)
    return rows.filter(vervallen_at__isnull=True)


def stuck(dossiers: QuerySet[Dossier]) -> QuerySet[Verzending]:
    """Letters that lie in the mailroom and could not go."""
    return at_mailroom(dossiers).exclude(fout="")
