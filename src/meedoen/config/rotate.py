"""`./meedoen rotate`: after a new key stands first in BSN_KEYS, all is sealed with it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from meedoen.config.progress import Progress
from meedoen.config.serve import Refused, load_settings, not_reached

if TYPE_CHECKING:
    from meedoen.accounts.keys import Keys
    from meedoen.dossier.actions.resealing import Batch, Trouble

SHOWN = 20  # a wrong key is wrong for everybody: more lines tell no more


def rotate() -> None:
    """Verzegel BSN, bericht en tweede factor met de eerste sleutel van BSN_KEYS (beheerders).

    Zet de nieuwe sleutel vooraan en laat de oude erachter staan. Start serve en worker opnieuw:
    zonder de nieuwe sleutel kunnen zij een BSN niet meer lezen. Voer dan deze opdracht uit.
    Stopt zij halverwege? Voer haar nog een keer uit.
    """
    load_settings()
    from django.db import DatabaseError

    keys = _keys()
    try:
        _refuse_role()
        resealed, troubles = _reseal(keys)
        print(f"{_bsns(resealed)} opnieuw verzegeld met sleutel «{keys.current}».")
        for line in (*_factors(keys), *_messages(keys), *_in_use(keys)):
            print(line)
    except DatabaseError as error:
        raise Refused([not_reached("DATABASE_URL", error)]) from error
    if troubles:
        told = [f"  {each}" for each in troubles[:SHOWN]]
        told += [f"  en nog {len(troubles) - SHOWN}"] if len(troubles) > SHOWN else []
        head = f"{_bsns(len(troubles))} niet in orde. Daaraan is niets veranderd:"
        typer.echo("\n".join([head, *told]), err=True)
        raise typer.Exit(1)


def _keys() -> "Keys":
    from meedoen.accounts.keys import KeysError, keys_in_use

    try:
        return keys_in_use()
    except KeysError as error:
        raise Refused([f"{error}."]) from error


def _refuse_role() -> None:
    """The owner of the tables is not held to one municipality at a time; the web role is."""
    from django.db import connection

    from meedoen.config.refusals import role_refusals

    if found := role_refusals(connection):
        raise Refused(found)


def _reseal(keys: "Keys") -> "tuple[int, list[Trouble]]":
    from meedoen.accounts.clock import now
    from meedoen.dossier.actions.resealing import keys_that_seal, reseal_all
    from meedoen.logboek.actions import write_work

    counted = list(keys_that_seal().values())
    total = sum(sum(towns.values()) for towns in counted)
    progress, seen, resealed = Progress(), 0, 0
    troubles: list[Trouble] = []
    gemeenten = sorted({code for towns in counted for code in towns})
    write_work("beveiliging", "elk BSN opnieuw verzegelen", gemeenten=gemeenten, at=now())
    for gemeente in gemeenten:
        batch: Batch
        for batch in reseal_all(keys, gemeente):
            seen, resealed = seen + batch.seen, resealed + batch.resealed
            troubles += batch.troubles
            progress(min(seen, total), total, f"gemeente {gemeente}")
    return resealed, troubles


def _factors(keys: "Keys") -> Iterator[str]:
    """What was done with the secrets of second factors, where there are any."""
    from meedoen.accounts.login.actions import reseal_factors

    done = reseal_factors(keys)
    if done.number:
        yield f"Tweede factoren opnieuw verzegeld: {done.number}."
    for who in done.lost:
        yield f"Medewerker {who}: de tweede factor gaat niet open. Nodig hem of haar opnieuw uit."


def _messages(keys: "Keys") -> Iterator[str]:
    """What was done with what DUO sent, where there is any."""
    from meedoen.berichten.resealing import reseal_messages

    done = reseal_messages(keys)
    if done.number:
        yield f"Berichten opnieuw verzegeld: {done.number}."
    for each in done.lost[:SHOWN]:
        yield f"Dit gaat niet open, en is niet veranderd: {each}."
    if len(done.lost) > SHOWN:
        yield f"En nog {len(done.lost) - SHOWN} die niet opengaan."


def _in_use(keys: "Keys") -> Iterator[str]:
    """A line for every key that seals something, and for every one that does no more."""
    from meedoen.berichten.resealing import keys_of_messages
    from meedoen.dossier.actions.resealing import keys_that_seal

    sealing, messages = keys_that_seal(), keys_of_messages()
    for key_id, number in messages.items():
        stays = "" if key_id == keys.current else " Laat deze sleutel nog staan."
        yield f"Sleutel «{key_id}» verzegelt berichten: {number}.{stays}"
    for key_id, towns in sealing.items():
        absent = "" if key_id in keys.named else " Deze sleutel staat niet in BSN_KEYS."
        stays = "" if key_id == keys.current else " Laat deze sleutel nog staan."
        yield f"Sleutel «{key_id}»: {_bsns(sum(towns.values()))}.{absent or stays}"
    for key_id in keys.named:
        if key_id not in sealing.keys() | messages.keys() and key_id != keys.current:
            yield (
                f"Sleutel «{key_id}»: niet meer in gebruik. Bewaar hem zolang u reservekopieën "
                "hebt van voor vandaag."
            )


def _bsns(number: int) -> str:
    return "1 BSN" if number == 1 else f"{number} BSN's"
