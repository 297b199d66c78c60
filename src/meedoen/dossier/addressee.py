"""To whom a letter goes: the person, or who speaks for him; never to an unsafe address."""

from datetime import date
from typing import Any

from django.db.models import Manager, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.letters import Geadresseerde
from meedoen.dossier.models import Adres, Dossier, VeiligContact, Vertegenwoordiging
from meedoen.dossier.printed_name import greeting, in_letters, left_out

POST, AANGETEKEND, HAND, ANDERS = "post", "aangetekend", "overhandigd", "anders"
KANALEN = {
    POST: lazy("met de post"),
    AANGETEKEND: lazy("aangetekend met de post"),
    HAND: lazy("in de hand gegeven"),
    ANDERS: lazy("op een andere manier, want er is geen adres"),
}
BY_POST = frozenset({POST, AANGETEKEND})

_REPRESENTS = (Vertegenwoordiging.Soort.CURATOR, Vertegenwoordiging.Soort.NIDOS)


def addressee_of(dossier: Dossier, kanaal: str, *, on: date, draft: bool = False) -> Geadresseerde:
    """Name and address for a letter of this day, and who gets a copy.

    A curator or guardian gets the letter itself; a gemachtigde or bewindvoerder gets a copy.
    Errors: DiaryError without an address, or where post is not safe; a draft then has no address.
    """
    if kanaal not in KANALEN:
        raise DiaryError(_("Kies hoe de brief gaat: met de post, of in de hand gegeven."))
    by_post = kanaal in BY_POST
    persoon = dossier.persoon
    if persoon is None:
        raise DiaryError(_("Dit dossier is vernietigd."))
    # a note elsewhere is no safer than post: only what is handed over is
    if kanaal != HAND and _on(VeiligContact.objects, dossier, on).exists():
        if draft:
            return addressee_of(dossier, HAND, on=on)
        raise DiaryError(_("Post is niet veilig voor deze persoon. Geef de brief in de hand."))
    naam = in_letters(persoon.naam.volledig)
    speakers = list(_on(Vertegenwoordiging.objects, dossier, on))
    with override("nl"):  # the letter is Dutch, whatever language the official reads
        copies = tuple(f"{in_letters(who.naam)} ({who.get_soort_display()})" for who in speakers)
    for who in speakers:
        if who.soort in _REPRESENTS:
            lines = (who.straat, f"{who.postcode} {who.plaats}".strip())
            speaker = in_letters(who.naam)
            return Geadresseerde((speaker, f"voor {naam}"), lines, (), speaker)
    home = _home(dossier, on) if by_post else ()
    if by_post and not home and not draft:
        raise DiaryError(
            _("Er is geen adres. Leg eerst een adres vast, of geef de brief in de hand.")
        )
    return Geadresseerde((naam,), home, copies, greeting(persoon.naam))


def script_left_out(dossier: Dossier) -> str:
    """The name in a script that no letter of ours can print; "" where there is none."""
    return left_out(dossier.persoon.naam) if dossier.persoon is not None else ""


def _home(dossier: Dossier, on: date) -> tuple[str, ...]:
    """Where post comes on a day; nothing where that is not known."""
    homes = list(_on(Adres.objects, dossier, on).exclude(soort=Adres.Soort.VOW))
    homes.sort(key=lambda each: each.soort != Adres.Soort.BRIEFADRES)
    if not homes:
        return ()
    return (homes[0].straat, f"{homes[0].postcode} {homes[0].plaats}".strip())


def _on(rows: "Manager[Any]", dossier: Dossier, on: date) -> "QuerySet[Any]":
    """What holds for the person of this dossier on a day."""
    return rows.filter(
        Q(tot__isnull=True) | Q(tot__gt=on), persoon_id=dossier.persoon_id, van__lte=on
    )
