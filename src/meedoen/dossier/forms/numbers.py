"""Fields for a whole number and for an amount of money, as people write them in Dutch."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WHOLE = re.compile(r"[0-9]{1,9}")
THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
AMOUNT = re.compile(r"(?P<euros>[0-9]{1,12}|[0-9]{1,3}(\.[0-9]{3}){1,3})(,(?P<cents>[0-9]{2}|-))?")


class WholeField(forms.CharField):
    """A whole number; `1.234` may have a point. `unit` stands in the note, such as "uur"."""

    def __init__(self, *, unit: str = "", **rest: Any) -> None:
        rest.setdefault("error_messages", {"required": _("Vul dit in.")})
        # isolated: a unit of the law is Dutch, whatever the words around it
        own = {"eenheid": f"\u2068{unit}\u2069"}
        note = _("In hele getallen, in %(eenheid)s.") % own if unit else ""
        notes = [part for part in (rest.get("help_text", ""), note) if part]
        # one note stays what it is: a text of a letter is marked as Dutch
        rest["help_text"] = notes[0] if len(notes) == 1 else " · ".join(notes)
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(widget=box, max_length=14, **rest)

    def to_python(self, value: Any) -> Any:
        """The number; None where nothing was typed. Errors: ValidationError."""
        typed = super().to_python(value) or ""
        if not typed:
            return None
        plain = typed.replace(".", "") if THOUSANDS.fullmatch(typed) else typed
        if not WHOLE.fullmatch(plain):
            raise ValidationError(_("Vul een heel getal in. Bijvoorbeeld: 12."))
        return int(plain)

    def run_validators(self, value: Any) -> None:
        """A number is no text: the length is settled already."""


class EuroField(forms.CharField):
    """An amount such as `1.234,56`, as whole cents."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("error_messages", {"required": _("Vul dit in.")})
        note = _("In euro. Bijvoorbeeld: 1.234,56")
        rest["help_text"] = " · ".join(part for part in (rest.get("help_text", ""), note) if part)
        box = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=box, max_length=20, **rest)

    def to_python(self, value: Any) -> Any:
        """Cents; None where nothing was typed. Errors: ValidationError."""
        typed = super().to_python(value) or ""
        if not typed:
            return None
        found = AMOUNT.fullmatch(typed.removeprefix("€").strip())
        if found is None:
            raise ValidationError(_("Dit is geen bedrag. Schrijf het zo: 1.234,56"))
        cents = (found["cents"] or "00").replace("-", "00")
        return int(found["euros"].replace(".", "")) * 100 + int(cents)

    def run_validators(self, value: Any) -> None:
        """An amount is no text: the pattern settled it already."""

    def prepare_value(self, value: Any) -> Any:
        """Cents as people write them; what was typed stays as it was."""
        if isinstance(value, int):
            return f"{value // 100:,}".replace(",", ".") + f",{value % 100:02d}"
        return value
