"""Work in the background that nobody asks for: looking over all dossiers, mending the queue.

The hours are UTC. A job can be killed at any moment and is then done again from its beginning: what
it does must do no harm twice.
"""

import structlog
from django.contrib.sessions.backends.db import SessionStore
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from meedoen.accounts.clock import now
from meedoen.dossier.verify import CHECKS, one_moment
from meedoen.logboek.actions import write_work
from meedoen.logboek.queries import taking_part

MOST_ATTEMPTS = 5  # a job that takes its worker down every time must not do so for ever
KEPT_HOURS = 30 * 24

log = structlog.get_logger("meedoen.tasks")


@app.periodic(cron="0 2 * * *")
@app.task(queueing_lock="nazien")
def nazien(timestamp: int) -> None:  # noqa: ARG001 - procrastinate tells for when it was due
    """Is every dossier whole (dossier/verify.py)? Each fault is an error in the log."""
    write_work("beveiliging", "nakijken of elk dossier heel is", gemeenten=taking_part(), at=now())
    faults = 0
    with one_moment():
        for name, check in CHECKS.items():
            for fault in check():
                faults += 1
                log.error(
                    "fault",
                    check=name,
                    dossier=fault.dossier,
                    gebeurtenis=fault.nummer,
                    what=fault.what,
                )
    log.info("verified", faults=faults)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """What a killed worker was doing is put back in the queue; half a minute tells it is dead."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        if job.attempts >= MOST_ATTEMPTS:
            log.error("job given up", job=job.id, task=job.task_name, attempts=job.attempts)
            await manager.finish_job(job, Status.FAILED, delete_job=False)
        else:
            await _put_back(manager, job)


async def _put_back(manager: JobManager, job: Job) -> None:
    try:
        await manager.retry_job(job)
        log.warning("job put back", job=job.id, task=job.task_name, attempts=job.attempts)
    except UniqueViolation:  # its queueing lock: the same work is waiting already
        await manager.finish_job(job, Status.ABORTED, delete_job=False)


@app.periodic(cron="30 2 * * *")
@app.task(queueing_lock="remove_finished", pass_context=True)
async def remove_finished(context: JobContext, timestamp: int) -> None:  # noqa: ARG001
    """Jobs that went well are forgotten after a month; those that failed stay."""
    await context.app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)


@app.periodic(cron="45 2 * * *")
@app.task(queueing_lock="clear_sessions")
def clear_sessions(timestamp: int) -> None:  # noqa: ARG001
    """Sessions that are over are forgotten: who was logged in when is in the security log."""
    SessionStore.clear_expired()
