"""The demo's work in the background, as a process that ends when the demo does, however it ends."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PATIENCE = 10  # seconds for a running job


@contextmanager
def worker(database_url: str) -> Iterator[None]:
    """A worker beside the web server, as the role in this URL."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", __name__],
        env=os.environ | {"DATABASE_URL": database_url},
        stdin=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for us; we end it in order
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def main() -> None:
    """The worker's own process."""
    from meedoen.config.django_ready import ready
    from meedoen.config.serve import work

    threading.Thread(target=_end_with_the_demo, daemon=True).start()
    ready()
    with suppress(KeyboardInterrupt):
        work()


def _end_with_the_demo() -> None:
    """The pipe closes when the demo ends, also when it is killed."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
