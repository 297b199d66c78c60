"""Each part of the look, rendered: what stands in it, and what never may."""

import re
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.http import Http404
from django.template import engines
from django.test import RequestFactory, override_settings
from jinja2 import UndefinedError

from meedoen.accounts.fields import DayField, FreeText
from meedoen.config import formats
from meedoen.config.jinja import nested
from meedoen.config.stijl import WRONG, ExampleForm, page

IN_NUMBERS = "Schrijf de datum van het gesprek in cijfers. Bijvoorbeeld: 16 3 2026"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def rendered(text: str, **context: Any) -> str:
    """A piece of template as text with single spaces."""
    return re.sub(r"\s+", " ", engines["jinja2"].from_string(text).render(context)).strip()


def macro(file: str, call: str, **context: Any) -> str:
    name = call.partition("(")[0]
    start = f'{{% from "components/{file}.html" import {name} %}}'
    return rendered(f"{start}{{{{ {call} }}}}", **context)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (formats.dag(date(2026, 3, 16)), "16 maart 2026"),
        (formats.dag(datetime(2026, 3, 16, 23, 30, tzinfo=ZoneInfo("UTC"))), "17 maart 2026"),
        (formats.dag(None), "onbekend"),
        (formats.korte_dag(date(2026, 3, 16)), "16 mrt 2026"),
        (formats.moment(datetime(2026, 3, 16, 14, 5, tzinfo=AMSTERDAM)), "16 maart 2026, 14:05"),
        (formats.moment(None), "onbekend"),
        (formats.euro(36906), "€\N{NO-BREAK SPACE}369,06"),
        (formats.euro(125000000), "€\N{NO-BREAK SPACE}1.250.000,00"),
        (formats.euro(-5), "−€\N{NO-BREAK SPACE}0,05"),
        (formats.euro(None), "onbekend"),
        (formats.nummer(1250), "1.250"),
        (formats.bsn_masker("999990019"), "*****0019"),
        (formats.bdi("<b>"), "<bdi>&lt;b&gt;</bdi>"),
    ],
)
def test_days_amounts_and_numbers_read_as_dutch(given: str, expected: str) -> None:
    assert given == expected


def test_a_name_that_a_page_does_not_have_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ niets }}")


def test_what_people_typed_is_escaped_in_texts_too() -> None:
    found = rendered('{{ _("van %(wie)s", wie=wie) }}', wie="<script>")
    assert found == "van &lt;script&gt;"


@pytest.mark.parametrize(
    ("deadline", "kind", "words"),
    [
        (date(2026, 11, 20), "laat", "3 dagen te laat"),
        (date(2026, 11, 22), "laat", "1 dag te laat"),
        (date(2026, 11, 23), "laat", "vandaag"),
        (date(2026, 11, 24), "actie", "nog 1 dag"),
        (date(2026, 11, 30), "actie", "nog 7 dagen"),
        (date(2026, 12, 1), "wacht", "nog 8 dagen"),
        (None, "onbekend", "datum onbekend"),
    ],
)
def test_urgency_says_it_in_shape_and_word(deadline: date | None, kind: str, words: str) -> None:
    found = macro("status", "urgency(deadline, today)", deadline=deadline, today=date(2026, 11, 23))
    assert f'class="status status--{kind}"' in found
    assert found.endswith(f"</svg> {words}</span>")


def test_a_flat_explanation_becomes_a_tree() -> None:
    lines = [SimpleNamespace(depth=d, name=n) for d, n in [(0, "a"), (1, "b"), (2, "c"), (1, "d")]]

    def names(pairs: list[tuple[Any, list[Any]]]) -> list[Any]:
        return [(line.name, names(children)) for line, children in pairs]

    assert names(nested(lines)) == [("a", [("b", [("c", [])]), ("d", [])])]


def test_a_table_names_its_columns_and_its_cells() -> None:
    text = (
        '{% from "components/tables.html" import number, row_link, table %}'
        '{% call table("Lijst", ["Naam", ("Bedrag", "getal")], rows=True) %}'
        '<tr><th scope="row">{{ row_link("/x/", "Selam") }}</th>{{ number("Bedrag", "3") }}</tr>'
        "{% endcall %}"
    )
    found = rendered(text)
    assert '<table class="lijst" data-rows> <caption class="alleen-voorlezen">Lijst</caption>' in (
        found
    )
    assert '<th scope="col" class="getal">Bedrag</th>' in found
    assert '<td class="getal" data-label="Bedrag">3</td>' in found


def test_a_form_with_errors_starts_with_links_to_what_is_wrong() -> None:
    found = str(ExampleForm(WRONG, auto_id="fout_%s"))
    places = re.findall(r'<a href="#([^"]+)">', found)
    assert places == ["fout_naam", "fout_mail", "fout_dag_0", "fout_taal", "fout_route_0"]
    assert all(f'id="{place}"' in found for place in places)
    assert found.index("foutenlijst") < found.index('id="fout_naam"')


def test_every_error_stands_beside_its_field_and_is_told_to_a_screen_reader() -> None:
    form = ExampleForm(WRONG, auto_id="fout_%s")
    found = str(form)
    for name in form.errors:
        assert f'id="fout_{name}_error"' in found
        assert re.search(rf'aria-describedby="[^"]*fout_{name}_error', found), name
    assert "Vul in: «Naam van de tolk»." in found
    assert "Kies een antwoord bij «Welke route kiest u?»." in found


def test_what_was_typed_stays() -> None:
    found = str(ExampleForm(WRONG))
    for typed in ('value="31"', 'value="2"', 'value="2026"', 'value="selam"', "over het plan."):
        assert typed in found


def test_a_form_without_errors_has_no_summary() -> None:
    assert "foutenlijst" not in str(ExampleForm())


def test_free_text_says_who_reads_it() -> None:
    class Text(forms.Form):
        strict = forms.CharField(widget=FreeText())

    assert "Afgeschermd." in str(Text())
    assert "niets over gezondheid" in str(ExampleForm())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("16", "3", "2026"), date(2026, 3, 16)),
        ((" 16 ", "maart", "2026"), date(2026, 3, 16)),
        (("1", "mrt", "2026"), date(2026, 3, 1)),
        (("29", "02", "2028"), date(2028, 2, 29)),
    ],
)
def test_a_day_in_three_boxes_is_a_date(typed: tuple[str, ...], day: date) -> None:
    assert DayField().clean(list(typed)) == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("", "", ""), "Vul de datum van het gesprek in. Bijvoorbeeld: 16 3 2026"),
        (("16", "", ""), "Vul ook de maand en het jaar in. Bijvoorbeeld: 16 3 2026"),
        (("31", "2", "2026"), "De dag 31 2 2026 bestaat niet. Kijk de dag en de maand na."),
        (("16", "3", "26"), "Schrijf het jaar met vier cijfers. Bijvoorbeeld: 16 3 2026"),
        (
            ("x", "3", "2026"),
            IN_NUMBERS,
        ),
        (
            ("١٦", "3", "2026"),
            IN_NUMBERS,
        ),
        (("0", "3", "2026"), "De dag 0 3 2026 bestaat niet. Kijk de dag en de maand na."),
    ],
)
def test_a_wrong_day_says_how_to_mend_it(typed: tuple[str, ...], words: str) -> None:
    with pytest.raises(forms.ValidationError) as error:
        DayField(what="de datum van het gesprek").clean(list(typed))
    assert error.value.messages == [words]


def test_a_day_that_may_stay_empty_is_none() -> None:
    assert DayField(required=False).clean(["", "", ""]) is None
    assert DayField(required=False).clean(None) is None


def test_a_day_that_is_there_fills_its_boxes() -> None:
    class Day(forms.Form):
        op = DayField(initial=date(2026, 3, 16))

    found = str(Day())
    assert re.findall(r'value="(\d+)"', found) == ["16", "3", "2026"]
    assert re.findall(r'<label class="utrecht-form-label" for="(\w+)">(\w+)<', found) == [
        ("id_op_0", "Dag"),
        ("id_op_1", "Maand"),
        ("id_op_2", "Jaar"),
    ]


@pytest.mark.parametrize(("demo", "status"), [(True, 200), (False, 404)])
def test_the_page_of_the_look_is_there_in_the_demo_only(demo: bool, status: int) -> None:
    request = RequestFactory().get("/stijl/")
    with override_settings(DEMO=demo, DEBUG=False):
        try:
            assert page(request).status_code == status
        except Http404:
            assert status == 404
