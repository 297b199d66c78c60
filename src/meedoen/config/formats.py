"""Days, moments, amounts and numbers as people read them; the filters of the templates."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext
from markupsafe import Markup, escape

from meedoen.accounts.fields import DutchText
from meedoen.config.languages import SOURCE, OwnName
from meedoen.law.presentation import first_up

EUROS = "¤\N{NO-BREAK SPACE}#,##0"  # an amount never breaks over two lines


def dag(value: date | None) -> str:
    """A day in full: 16 maart 2026; None is "onbekend". A moment gives its day on our clock."""
    if value is None:
        return gettext("onbekend")
    return format_date(_day(value), "d MMMM y", locale=_locale())


def laatste_dag(end: date) -> str:
    """The last day of a period that is kept as [from, end): screens show days that count."""
    return dag(end - timedelta(days=1))


def korte_dag(value: date | None) -> str:
    """A day for a narrow column: 16 mrt 2026; None is "onbekend"."""
    if value is None:
        return gettext("onbekend")
    return format_date(_day(value), "d MMM y", locale=_locale()).replace(".", "")


def moment(value: datetime | None) -> str:
    """A moment on our clock: 16 maart 2026, 14:05; None is "onbekend"."""
    if value is None:
        return gettext("onbekend")
    return f"{dag(value)}, {format_time(localtime(value), 'HH:mm', locale=_locale())}"


def tijd(value: datetime) -> str:
    """The hour and minute of a moment on our clock: 14:05."""
    return format_time(localtime(value), "HH:mm", locale=_locale())


def weekdag(value: date) -> str:
    """A day by its name, for a calendar: ma 16 mrt."""
    return format_date(value, "EEE d MMM", locale=_locale()).replace(".", "")


def datum(value: str) -> str:
    """A day or moment that was written as text (ISO 8601), in full: 16 maart 2026."""
    return dag(datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value))


def laatste_datum(value: str) -> str:
    """The last day of a period whose end was written as text: [from, end)."""
    return laatste_dag(date.fromisoformat(value))


def tijdstip(value: str) -> str:
    """A moment that was written as text (ISO 8601), on our clock: 16 maart 2026, 14:05."""
    return moment(datetime.fromisoformat(value))


def euro(cents: int | None) -> str:
    """An amount in whole cents: € 369,06; None is "onbekend"."""
    if cents is None:
        return gettext("onbekend")
    whole, rest = divmod(abs(cents), 100)
    text = format_currency(whole, "EUR", locale=_locale(), format=EUROS, currency_digits=False)
    sign = "−" if cents < 0 else ""
    return f"{sign}{text}{_locale().number_symbols['latn']['decimal']}{rest:02}"


def nummer(value: float | None) -> str:
    """A number with points between thousands: 1.250; None is "onbekend"."""
    return gettext("onbekend") if value is None else format_decimal(value, locale=_locale())


def bsn_masker(bsn: str | None) -> str:
    """The last four digits of a BSN, the rest as stars; None is "onbekend"."""
    return gettext("onbekend") if not bsn else "*" * (len(bsn) - 4) + bsn[-4:]


def bdi(value: object) -> Markup:
    """A name or number that keeps its own direction between other words."""
    return Markup("<bdi>{}</bdi>").format(value)


def eerste_hoofdletter(text: str) -> str:
    """A text that begins a line: its first letter is a capital."""
    return first_up(text)


def wet(text: object) -> str:
    """A text of the law or of a letter: Dutch, and marked as such on a page in another language."""
    if get_language() == SOURCE:
        return escape(text)
    return Markup('<span lang="nl" dir="ltr">{}</span>').format(text)


def wetregels(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows of name and value in which both are texts of a letter."""
    return [(wet(name), wet(value)) for name, value in rows]


def eigen_taal(text: object) -> str:
    """A label of a form: marked as Dutch when it is a text of the law, or as what it is."""
    if isinstance(text, OwnName):
        return Markup('<span lang="{}" dir="auto">{}</span>').format(text.code, text)
    return wet(text) if isinstance(text, DutchText) else escape(text)


FILTERS = {
    each.__name__: each
    for each in (
        dag,
        laatste_dag,
        korte_dag,
        moment,
        tijd,
        weekdag,
        datum,
        laatste_datum,
        tijdstip,
        euro,
        nummer,
        bsn_masker,
        bdi,
        eerste_hoofdletter,
        wet,
        eigen_taal,
    )
}


def _locale() -> Locale:
    """The rules of a language for days and numbers; a language of tests has those of its base."""
    return Locale.parse((get_language() or SOURCE).partition("-")[0])


def _day(value: date) -> date:
    return localtime(value).date() if isinstance(value, datetime) else value
