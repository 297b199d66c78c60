"""Fields of forms that every app uses: a day in three boxes, and free text with its privacy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

PARTS = ("dag", "maand", "jaar")
EARLIEST, LATEST = 1900, 2100
MONTHS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
ALSO = {"mrt": "maa", "mar": "maa", "may": "mei", "oct": "okt"}  # in short, and in English
THE_DAY = lazy("de datum")
EXAMPLE = lazy("Bijvoorbeeld: 16 3 2026")


class DutchText(str):
    """A text of the law or of a letter: Dutch on a page in any language, and marked as such."""

    __slots__ = ()


class LawSelect(forms.Select):
    """A list to choose from that marks each choice which is a text of the law as Dutch."""

    def create_option(self, *args: Any, **more: Any) -> dict[str, Any]:
        """One choice, with its language where that is Dutch by law."""
        option = super().create_option(*args, **more)
        if isinstance(option["label"], DutchText):
            option["attrs"]["lang"] = "nl"
        return option


class DayWidget(forms.MultiWidget):
    """Day, month and year as three boxes; what was typed stays, right or wrong."""

    use_fieldset = True

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput(attrs={"inputmode": "text" if part == "maand" else "numeric"})
            for part in PARTS
        }
        super().__init__(boxes, dict(attrs or {}))

    def decompress(self, value: Any) -> list[str]:
        """The boxes for a day."""
        if not isinstance(value, date):
            return ["", "", ""]
        return [str(value.day), str(value.month), str(value.year)]


class DayField(forms.MultiValueField):
    """Gives a `date`; None when it may stay empty and did.

    `what` names the day in its error: "de datum van het gesprek". The month may be a word.
    Errors: ValidationError, in words that say what to mend.
    """

    def __init__(self, *, what: Any = THE_DAY, **more: Any) -> None:
        boxes = [forms.CharField(required=False, max_length=12) for _part in PARTS]
        more.setdefault("widget", DayWidget())
        self.what = what
        super().__init__(boxes, require_all_fields=False, **more)

    def clean(self, value: Any) -> date | None:
        """The day of three texts."""
        typed = [str(part or "").strip() for part in (value or ("", "", ""))]
        if not any(typed):
            if self.required:
                raise forms.ValidationError(self._please(), code="required_day")
            return None
        day = self._day(typed)
        self.validate(day)
        self.run_validators(day)
        return day

    def _please(self) -> str:
        return _("Vul %(what)s in. %(example)s") % {"what": self.what, "example": EXAMPLE}

    def _day(self, typed: list[str]) -> date:
        missing = [part for part, text in zip(_names(), typed, strict=True) if not text]
        if missing:
            words = _("Vul ook %(missing)s in. %(example)s")
            told = {"missing": _(" en ").join(missing), "example": EXAMPLE}
            raise forms.ValidationError(words % told, code="incomplete")
        numbers = [_number(typed[0]), _month(typed[1]), _number(typed[2])]
        if None in numbers:
            text = _("Schrijf %(what)s in cijfers. %(example)s")
            told = {"what": self.what, "example": EXAMPLE}
            raise forms.ValidationError(text % told, code="no_number")
        return _existing(*(number or 0 for number in numbers))


def yes_no(label: Any, help_text: Any = "", *, unknown: Any) -> forms.TypedChoiceField:
    """A question with ja, nee, or not known (None), which nobody has to answer today."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=[("ja", lazy("ja")), ("nee", lazy("nee")), ("", unknown)],
        coerce=lambda word: word == "ja",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class FreeText(forms.Textarea):
    """A box for free text that tells who reads it.

    `privacy`: "bijzonder" (only who may see special categories) or "gewoon" (whoever sees the
    dossier). The default is the strictest.
    """

    def __init__(self, *, privacy: str = "bijzonder", rows: int = 4) -> None:
        super().__init__(attrs={"rows": rows, "dir": "auto"})
        self.privacy = privacy


class FreeLine(forms.TextInput):
    """A few words of one's own, on one line, that whoever sees the dossier reads."""

    privacy = "gewoon"

    def __init__(self) -> None:
        super().__init__(attrs={"dir": "auto"})


def _names() -> tuple[str, str, str]:
    return _("de dag"), _("de maand"), _("het jaar")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _month(text: str) -> int | None:
    """A number, or the name of a month from its third letter on: 3, maart, mrt, March."""
    start = text.casefold()[:3]
    start = ALSO.get(start, start)
    return MONTHS.index(start) + 1 if start in MONTHS else _number(text)


def _existing(day: int, month: int, year: int) -> date:
    if not EARLIEST <= year <= LATEST:
        raise forms.ValidationError(
            _("Schrijf het jaar met vier cijfers. %(example)s") % {"example": EXAMPLE},
            code="year",
        )
    try:
        return date(year, month, day)
    except ValueError as error:
        text = _("De dag %(day)s %(month)s %(year)s bestaat niet. Kijk de dag en de maand na.")
        told = {"day": day, "month": month, "year": year}
        raise forms.ValidationError(text % told, code="no_day") from error
