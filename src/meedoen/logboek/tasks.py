"""Work in the background on the log: sealing it every minute, looking it over every night (UTC)."""

import structlog
from django.db import IntegrityError, OperationalError
from procrastinate.contrib.django import app

from meedoen.accounts.clock import now
from meedoen.logboek.actions import seal
from meedoen.logboek.queries import taking_part
from meedoen.logboek.verify import verify_log

log = structlog.get_logger("meedoen.tasks")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="verzegel")
def verzegel(timestamp: int) -> None:  # noqa: ARG001 - procrastinate tells for when it was due
    """Seal the log of every municipality; what each seal says goes to the log of the server too.

    There it is out of reach of whoever changes the database.
    """
    at = now()
    for gemeente in taking_part():
        try:
            made = seal(gemeente, at=at)
        except (OperationalError, IntegrityError) as error:  # the next minute is soon enough
            log.warning("not sealed", gemeente=gemeente, exc_info=error)
            continue
        if made is not None:
            log.info(
                "sealed",
                gemeente=gemeente,
                zegel=made.nummer,
                lines=made.aantal,
                hmac=bytes(made.hmac).hex(),
            )


@app.periodic(cron="10 2 * * *")
@app.task(queueing_lock="nazien_logboek")
def nazien_logboek(timestamp: int) -> None:  # noqa: ARG001
    """Is the log whole (verify.py)? Each fault is an error in the log of the server."""
    faults = 0
    for fault in verify_log(at=now()):
        faults += 1
        log.error("fault", check="logboek", gemeente=fault.gemeente, what=fault.what)
    log.info("verified log", faults=faults)
