"""The settings of an installation, held against the checks of Django and our own refusals.

`python -m meedoen.config.deploy_check` is a part of `./meedoen check`. It needs no database.
"""

import os
import sys
from base64 import b64encode
from datetime import date

# A server as docs/settings.md asks for it; its secrets are invented and open no door.
SERVER = {
    "SECRET_KEY": "dit is een lang geheim dat niemand anders kent, 1234567890",  # nosec B105
    "BSN_KEYS": f"2026a:{b64encode(b'x' * 32).decode()}",
    "HASH_KEY": b64encode(b"y" * 32).decode(),
    "ALLOWED_HOSTS": "inburgering.example.org",
    "LOCAL_LOGIN": "true",
    "SECURITY_CONTACT": "mailto:lek@example.org",
    "SECURITY_EXPIRES": "2027-06-01",
    "DATABASE_URL": "postgresql://meedoen_web:geheim@db.example.org/meedoen?sslmode=verify-full",
}
WITHIN = date(2026, 11, 23)  # a day on which the security.txt of that server holds


def main() -> None:
    """Run the checks of Django for a server: a warning is a failure, and none is silenced."""
    from meedoen.config.settings_page import settings as told

    for name in ("DEBUG", "DEMO", *(setting.name for setting in told())):
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ.update(SERVER)
    from meedoen.config.django_ready import ready

    ready()
    from django.conf import settings
    from django.core.management import call_command

    from meedoen.config.refusals import refusals

    found = refusals(settings, today=WITHIN)
    for line in found:
        print(line)
    call_command("check", deploy=True, fail_level="WARNING")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
