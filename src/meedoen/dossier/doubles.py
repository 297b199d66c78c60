"""Who may be the same person in two dossiers: computed, never kept; people say whether it is so.

The numbers decide first: two with a BSN are two people, and so are two with a V-nummer. Then the
name must sound the same, one way or the other, and the days of birth must be able to be one day.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db import connection

from meedoen.accounts.actor import Actor
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Dossier, Persoon
from meedoen.dossier.names import Naam, like_patterns, search_keys
from meedoen.dossier.queries import dossiers_visible_to

Pair = tuple[int, int]  # ids of dossiers

ENOUGH = 40  # keys that sound the same, of people who can be this one: more tell nothing more

# One key that sounds the same is where to look; whether the whole name does, Python tells. By
# person, and no further than ENOUGH: of a name that half a town has, no pair of all is made.
_NEAR = """
    SELECT DISTINCT d.id, near.id
    FROM dossier_dossier d
    JOIN dossier_persoon a ON a.id = d.persoon_id
    CROSS JOIN LATERAL (
        SELECT e.id
        FROM dossier_naamsleutel x
        JOIN dossier_naamsleutel y
          ON y.gemeente_id = x.gemeente_id AND y.soort = x.soort AND y.sleutel = x.sleutel
        JOIN dossier_persoon b ON b.id = y.persoon_id
        JOIN dossier_dossier e ON e.persoon_id = b.id
        WHERE x.persoon_id = a.id AND x.soort = 'klank' AND b.id <> a.id
          AND (a.bsn_hash IS NULL OR b.bsn_hash IS NULL)
          AND (a.vnummer IS NULL OR b.vnummer IS NULL)
          AND (left(a.geboortedatum, 4) IN ('0000', left(b.geboortedatum, 4))
               OR left(b.geboortedatum, 4) = '0000')
          AND (substr(a.geboortedatum, 6, 2) IN ('00', substr(b.geboortedatum, 6, 2))
               OR substr(b.geboortedatum, 6, 2) = '00')
          AND (right(a.geboortedatum, 2) IN ('00', right(b.geboortedatum, 2))
               OR right(b.geboortedatum, 2) = '00')
          AND NOT EXISTS (SELECT FROM dossier_onderscheid o
                          WHERE o.dossier_id = d.id AND o.ander_id = e.id)
        LIMIT %s
    ) near
    WHERE d.id = ANY (%s) AND (a.bsn_hash IS NULL OR NOT %s)
"""


def doubles_of(dossier: Dossier, actor: Actor, *, on: date) -> list[Any]:
    """The dossiers in sight of who may be the person of this one, in order of their numbers.

    As `for_screen` gives them; in one query, and one more where there may be any.
    """
    found = _pairs([dossier.pk], actor, on=on)
    return sorted((ander for _, ander in found), key=lambda each: str(each.nummer))


def doubles_in(ids: Collection[int], actor: Actor, *, on: date) -> list[int]:
    """Which of these dossiers (ids) somebody should look at: another in sight may be the same.

    Of each two one: that without a BSN, and of two without the later one. In one query, and one
    more where there may be any.
    """
    found = _pairs(ids, actor, on=on, without_bsn=True)
    return sorted(
        {
            one.pk
            for one, ander in found
            if ander.persoon.bsn_hash is not None or one.pk > ander.pk or ander.pk not in ids
        }
    )


def may_be_same(one: Persoon, ander: Persoon) -> bool:
    """Whether two people can be one: by their numbers, names and days of birth."""
    if one.naam.onbekend or ander.naam.onbekend:
        return False
    if (one.bsn_hash and ander.bsn_hash) or (one.vnummer and ander.vnummer):
        return False
    if not one.geboren.may_equal(ander.geboren):
        return False
    return _sounds_in(one.naam, ander.naam) or _sounds_in(ander.naam, one.naam)


def _pairs(
    ids: Iterable[int], actor: Actor, *, on: date, without_bsn: bool = False
) -> list[tuple[Any, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [ENOUGH, list(ids), without_bsn])
        near: list[Pair] = cursor.fetchall()
    return list(_judged(near, actor, on)) if near else []


def _judged(near: list[Pair], actor: Actor, on: date) -> Iterator[tuple[Any, Any]]:
    visible = for_screen(dossiers_visible_to(actor, on=on), on=on)
    wanted = {pk for pair in near for pk in pair}
    rows: dict[int, Any] = {each.pk: each for each in visible.filter(pk__in=wanted)}
    for first, second in sorted(near):
        one, ander = rows.get(first), rows.get(second)
        if one is not None and ander is not None and may_be_same(one.persoon, ander.persoon):
            yield one, ander


def _sounds_in(naam: Naam, other: Naam) -> bool:
    """Whether the first name and the family name are in the other, as written or as they sound."""
    keys = search_keys(other)
    written = f"{naam.voornamen.partition(' ')[0]} {naam.geslachtsnaam}"
    return all(any(key in keys for key in word) for word in like_patterns(written))
