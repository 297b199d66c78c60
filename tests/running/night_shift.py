"""A worker with one task of the tests, as a process that can be killed: writes, then takes long."""

from contextlib import suppress

from meedoen.config.django_ready import ready

GATE = 4711  # whoever holds this lock of the database keeps the task busy


def main() -> None:
    """Work until it is told to stop."""
    ready()
    from procrastinate.contrib.django import app
    from tests.running import slow_task  # noqa: F401 - its task is known from now on

    from meedoen.config.serve import work

    app.worker_defaults["fetch_job_polling_interval"] = 0.2  # seconds: a test does not wait for 5
    with suppress(KeyboardInterrupt):
        work()


if __name__ == "__main__":
    main()
