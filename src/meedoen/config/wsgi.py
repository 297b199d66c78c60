"""The web application, as granian or another WSGI server loads it."""

import gc
import os
import signal
import threading
import time
from functools import cache
from typing import Any


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """Answer one request; Django is set up at the first, so that loading this does no work."""
    return make()(environ, start_response)


@cache
def make() -> Any:
    """The application, set up: for a server that can wait with listening until it is there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meedoen.config.settings")
    import django

    django.setup(set_prefix=False)
    from meedoen.api.handler import Handler

    return Handler()


def make_watched() -> Any:
    """The same for granian, in its worker process: that ends when the server is killed."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    made = make()
    _warm()
    return made


def _warm() -> None:
    """Read what every request needs, and keep it out of the garbage collector's rounds.

    A whole caseload makes so many objects that it would walk all of ours again in between: that
    took a third of the time of a work list of 5,000.
    """
    from django.urls import get_resolver

    from meedoen.werkplek.watch import facts_needed

    facts_needed()  # reads the law and the rules
    get_resolver().url_patterns  # noqa: B018 - imports every screen
    gc.collect()
    gc.freeze()


def _end_with(server: int) -> None:
    """An orphan would hold the port and the locks for ever."""
    while os.getppid() == server:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    os._exit(1)
