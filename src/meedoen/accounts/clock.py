"""The one clock below config: the real moment, or that of a demo which stands still on a day."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from meedoen.accounts.models import Demodag

OPENS = time(8, 30)
CLOSES = time(23, 59, 59)


def now() -> datetime:
    """The moment, with a time zone.

    In the demo: on its day, as long after half past eight as it was set. Never earlier than before,
    so that diaries stay in order: the day ends where it is, and a next one begins later.
    """
    moment = timezone.now()
    if not settings.DEMO:
        return moment
    demo = Demodag.objects.get()
    zone = timezone.get_default_timezone()
    opens = datetime.combine(demo.dag, OPENS, zone)
    # a machine whose own clock is put back must not bring an earlier day
    passed = max(moment - demo.gezet_at, timedelta(0))
    return min(opens + passed, datetime.combine(demo.dag, CLOSES, zone))
