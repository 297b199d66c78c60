"""Languages with what somebody does with them: a row of boxes per language."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.law.antwoord import LANGUAGE_LENGTH, languages
from meedoen.law.vraag import MATE, VAARDIGHEDEN

ROWS = 4
SKILLS = {
    "spreken": lazy("Spreken"),
    "verstaan": lazy("Verstaan"),
    "lezen": lazy("Lezen"),
    "schrijven": lazy("Schrijven"),
}
HOW_WELL = {"niet": lazy("niet"), "een beetje": lazy("een beetje"), "goed": lazy("goed")}


class TalenWidget(forms.MultiWidget):
    """The boxes of all rows; what was typed stays, right or wrong."""

    template_name = "components/talen.html"
    use_fieldset = True

    def __init__(self, attrs: Any = None) -> None:
        choices = [("", "–"), *((word, HOW_WELL[word]) for word in MATE)]
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {}
        for row in range(1, ROWS + 1):
            boxes[f"taal{row}"] = forms.TextInput({"maxlength": LANGUAGE_LENGTH, "dir": "auto"})
            for skill in VAARDIGHEDEN:
                boxes[f"{skill}{row}"] = forms.Select(choices=choices)
        super().__init__(boxes, attrs)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The boxes by row, each with its label."""
        context = super().get_context(name, value, attrs)
        boxes = context["widget"]["subwidgets"]
        labels = [_("Taal"), *SKILLS.values()]
        wide = len(labels)
        context["rows"] = [
            list(zip(labels, boxes[at : at + wide], strict=True))
            for at in range(0, len(boxes), wide)
        ]
        return context

    def decompress(self, value: Any) -> list[str]:
        """The boxes of a canonical text."""
        rows = json.loads(value) if value else []
        flat = [part for row in rows for part in row]
        return flat + [""] * (ROWS * (1 + len(VAARDIGHEDEN)) - len(flat))


class TalenField(forms.Field):
    """Gives the canonical text of languages; "" where none was filled in.

    Errors: ValidationError for a skill without the name of a language.
    """

    widget = TalenWidget

    def clean(self, value: Any) -> str:
        """The rows that were filled in."""
        wide = 1 + len(VAARDIGHEDEN)
        parts = [str(part or "").strip() for part in value or ()]
        rows = [parts[at : at + wide] for at in range(0, len(parts), wide)]
        if any(any(row) and not row[0] for row in rows):
            raise ValidationError(_("Schrijf ook de naam van de taal op."))
        return languages(row for row in rows if row[0])
