"""The usual way to a list: Django's templates, a count of all pages, and the log by its ORM.

With the same duties as ours: session, official, role, row-level security, the menu of a role, the
choice of a klantmanager, fifty rows of the same columns, and a line in the log for each person.
"""

import os
import secrets
from functools import cache
from typing import Any

PAGE = 50
_LIST = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Dossiers</title></head>
<body><header><p>{{ medewerker.naam }}</p><nav><ul>{% for place in places %}<li>
<a href="{% url place.name %}">{{ place.label }}</a></li>{% endfor %}</ul></nav></header><main>
<h1>Dossiers ({{ page.paginator.count }})</h1><form><select name="van">{% for k in klantmanagers %}
<option value="{{ k.pk }}">{{ k.naam }}</option>{% endfor %}</select></form>
<table><thead><tr><th>Naam</th><th>Nummer</th><th>Geboren</th><th>Talen</th><th>Doelgroep</th>
<th>Klantmanager</th></tr></thead><tbody>{% for d in page %}<tr><th scope="row">
<a href="/dossiers/{{ d.pk }}/nu/">{{ d.persoon.naam.volledig }}</a>{% if d.veilig_contact %}
<span class="badge">veilig contact</span>{% endif %}</th><td>{{ d.nummer }}</td>
<td>{{ d.persoon.geboortedatum }}</td><td>{{ d.persoon.talen|join:", " }}</td>
<td>{{ d.doelgroep|default:"onbekend" }}</td><td>{{ d.klantmanager.naam }}</td></tr>{% endfor %}
</tbody></table><nav>{% if page.has_previous %}<a href="?p={{ page.previous_page_number }}">vorige
</a>{% endif %} {{ page.number }} van {{ page.paginator.num_pages }} {% if page.has_next %}
<a href="?p={{ page.next_page_number }}">volgende</a>{% endif %}</nav></main></body></html>"""


def make() -> Any:
    """A small project beside ours, on the same tables."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.web_usual_settings"
    from django.core.wsgi import get_wsgi_application
    from django.db.backends.postgresql.features import DatabaseFeatures

    # our log can be added to and not be read: also not what was added just now
    DatabaseFeatures.can_return_rows_from_bulk_insert = False
    return get_wsgi_application()


@cache
def _template() -> Any:
    """Read once, as Django's loader keeps templates."""
    from django.template import engines

    return engines["django"].from_string(_LIST)


def dossiers(request: Any) -> Any:
    """A page of the list."""
    from django.core.paginator import Paginator
    from django.http import HttpResponse
    from django.utils import timezone

    from meedoen.accounts.actor import Actor
    from meedoen.accounts.gate import FUNCTIE
    from meedoen.accounts.models import Rolverlening
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.config.navigation import PLACES
    from meedoen.dossier.finding import for_screen, klantmanagers_of
    from meedoen.dossier.models import Dossier

    role = Rolverlening.objects.select_related("medewerker", "gemeente").get(
        pk=request.session[FUNCTIE], medewerker=request.user
    )
    actor = Actor(request.user.pk, role.medewerker.naam, Rol(role.rol), (role.gemeente_id,))
    with as_actor(actor):
        rows = for_screen(Dossier.objects.all(), on=timezone.localdate())
        rows = rows.order_by("persoon__sorteernaam", "pk")
        page = Paginator(rows, PAGE).get_page(request.GET.get("p"))
        context = {
            "page": page,
            "medewerker": role.medewerker,
            "places": [p for p in PLACES if not p.rechten or any(map(actor.may, p.rechten))],
            "klantmanagers": klantmanagers_of(actor, on=timezone.localdate()),
        }
        text = _template().render(context, request)
        _log(actor, [each.persoon_id for each in page], at=timezone.now())
    return HttpResponse(text)


def _log(actor: Any, people: list[int], *, at: Any) -> None:
    """A line for the look, and one for each person."""
    from meedoen.logboek.models import Logregel
    from meedoen.logboek.pseudonym import pseudonym

    trace, span = secrets.token_bytes(16), secrets.token_bytes(8)
    shared = {
        "gemeente_id": actor.gemeenten[0],
        "trace_id": trace,
        "status": "Ok",
        "naam": "dossiers vinden",
        "begin_at": at,
        "einde_at": at,
        "verwerking": "zoeken",
        "medewerker_id": actor.medewerker_id,
        "rol": actor.rol,
        "vorm": "scherm",
    }
    lines = [Logregel(**shared, span_id=span)]
    for each in people:
        who = pseudonym(each, gemeente=actor.gemeenten[0])
        lines.append(
            Logregel(
                **shared,
                span_id=secrets.token_bytes(8),
                parent_span_id=span,
                betrokkene=who,
                betrokkene_type="persoon",
            )
        )
    Logregel.objects.bulk_create(lines)
