"""Work in the background: a file of COA that nobody agreed to is forgotten after a day."""

import structlog
from procrastinate.contrib.django import app

from meedoen.accounts.clock import now
from meedoen.opvang.actions.bestand import forget_files

log = structlog.get_logger("meedoen.tasks")


@app.periodic(cron="20 * * * *")
@app.task(queueing_lock="vergeet_bestanden")
def vergeet_bestanden(timestamp: int) -> None:  # noqa: ARG001 - procrastinate tells for when it was due
    """Every hour: so nothing waits longer than a day and an hour."""
    gone = forget_files(at=now())
    if gone:
        log.info("files forgotten", files=gone)
