"""Work in the background on the inbox: processing what came in, and what was left behind.

A notice wakes the worker when it comes in. Every minute a job looks for what is due all the same:
after a failure, or because a worker was killed. It asks which notices are not done, and holds no
place in a list, so that one which became visible late is found too.
"""

from collections.abc import Callable

import structlog
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from meedoen.accounts.clock import now
from meedoen.berichten.actions import forget_old
from meedoen.berichten.contact_round import tell_contacts
from meedoen.berichten.melding_round import tell_next
from meedoen.berichten.turn_actions import process_next
from meedoen.berichten.vraag_actions import answer_next
from meedoen.logboek.queries import taking_part

log = structlog.get_logger("meedoen.tasks")


@app.task(queueing_lock="verwerk_berichten")
def verwerk_berichten() -> None:
    """Process all that is due; made by the database when a notice comes in."""
    for gemeente in taking_part():
        _while_there_is("notices processed", process_next, gemeente)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="zoek_berichten")
def zoek_berichten(timestamp: int) -> None:  # noqa: ARG001 - procrastinate tells for when it was due
    """Process what is due and what nobody is woken for."""
    verwerk_berichten()
    for gemeente in taking_part():
        # what officials want to know of DUO
        _while_there_is("questions asked", answer_next, gemeente)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="meld_aan_duo")
def meld_aan_duo(timestamp: int) -> None:  # noqa: ARG001
    """Tell DUO what happened in dossiers and it does not know yet."""
    for gemeente in taking_part():
        _while_there_is("messages told", tell_next, gemeente)
        _while_there_is("contactpersonen told", tell_contacts, gemeente)


@app.periodic(cron="50 2 * * *")
@app.task(queueing_lock="vergeet_geweigerd")
def vergeet_geweigerd(timestamp: int) -> None:  # noqa: ARG001
    """What was refused or settled long ago is forgotten: who had to look at it could."""
    refused, nobody = forget_old(at=now())
    log.info("messages forgotten", refused=refused, of_nobody=nobody)


def _while_there_is(said: str, do: Callable[..., int], gemeente: int) -> None:
    """Round after round, until one in which nothing came to an end."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()  # one that broke would stay so in this thread
    done, at = 0, now()
    while ended := do(gemeente, on=timezone.localdate(at), at=at):
        done, at = done + ended, now()
    if done:
        log.info(said, gemeente=gemeente, turns=done)
