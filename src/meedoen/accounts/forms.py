"""The day of the demo."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.fields import DayField

JUMPS = (
    (_("Een week later"), timedelta(weeks=1)),
    (_("Vier weken later"), timedelta(weeks=4)),
)


class DemodagForm(forms.Form):
    """To which day the demo goes."""

    use_required_attribute = False

    naar = DayField(label=_("Naar welke dag"), what=_("de dag"))


def demo_banner(today: date) -> dict[str, Any]:
    """What the banner of the demo offers: `form`, and `jumps`, pairs of a label and a day."""
    return {
        # ids of its own: the page beneath may have the same form
        "form": DemodagForm(initial={"naar": today}, auto_id="demo_%s"),
        "jumps": [(label, today + step) for label, step in JUMPS],
    }
