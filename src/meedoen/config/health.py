"""Is it alive, is it ready, is all well: for whoever runs it. No login, and no details leaked."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from meedoen.accounts.gate import open_to_all

OLDEST_JOB = timedelta(minutes=15)
# A job that is due at once has no moment of its own: that of the event that made it counts.
_OLDEST = """
    SELECT min(coalesce(job.scheduled_at, made.at))
    FROM procrastinate_jobs job
    JOIN procrastinate_events made ON made.job_id = job.id AND made.type = 'deferred'
    WHERE job.status = 'todo'
"""


@open_to_all
@require_safe
def live(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """The process answers; nothing else is asked."""
    return _answer(well=True)


@open_to_all
@require_safe
def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The database answers."""
    return _answer(well=_database())


@open_to_all
@require_safe
def whole(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The tables are those of this version, and no job waits too long."""
    return _answer(well=_database() and _migrated() and _queue_moves())


@open_to_all
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where to report a hole (RFC 9116; mandatory for municipalities)."""
    lines = [f"Contact: {settings.SECURITY_CONTACT}", "Preferred-Languages: nl, en"]
    if settings.SECURITY_EXPIRES is not None:
        lines.append(f"Expires: {settings.SECURITY_EXPIRES.isoformat()}T00:00:00Z")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _answer(*, well: bool) -> HttpResponse:
    return JsonResponse({"status": "ok" if well else "not ok"}, status=200 if well else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _queue_moves() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_OLDEST)
        (oldest,) = cursor.fetchone()
    return oldest is None or now() - oldest < OLDEST_JOB
