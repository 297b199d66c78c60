"""Whatever a client sends, the pretend DUO answers with a code of its own and never breaks."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.pretend_duo.invented import BSN, SCHOOL, Town, with_plan

from meedoen.adapters.pretend_duo.apis import Operation, operations

NAMES = st.sampled_from(
    ["dagtekeningPip", "leerroute", "niveau", "uren", "bekendTot", "datumEindgesprekMap", "naam",
     "verwijtbaar", "email", "telefoonnummer", "datumInburgeringsaanbod", "anders",
     "indicatorAlfabetiseringsonderwijs", "datumAfrondingZroute", "geschatteIntensiteitB1Route"]
)  # fmt: skip
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=30),
    st.dates().map(str),
    st.sampled_from(["B", "O", "Z", "A2", "B1", "Ja", "Nee", "NVT", "2026-02-20", "2027-01-01"]),
)
BODIES = st.one_of(st.dictionaries(NAMES, VALUES, max_size=5), st.binary(max_size=40), VALUES)
PEOPLE = st.sampled_from([BSN, "999950010", "12345678", "12345678\u0669", "%2e%2e"])
SCHOOLS = st.sampled_from([SCHOOL, "9999000009", "x"])
CONTACTS = st.sampled_from(["1", "0", "-1", "99999999999999999999", "²"])


def path(operation: Operation, draw: Any) -> str:
    filled = operation.path.replace("<bsn>", draw(PEOPLE))
    filled = filled.replace("<instellingsnummer>", draw(SCHOOLS))
    return filled.replace("<nummer>", draw(CONTACTS))


@given(st.data())
def test_every_answer_is_one_of_the_description(data: Any) -> None:
    place: Town = with_plan(data.draw(st.sampled_from("BOZ")))
    for _ in range(4):
        operation = data.draw(st.sampled_from(operations()))
        body = data.draw(BODIES) if operation.method != "GET" else None
        answer = place.call(operation.method, path(operation, data.draw), body)
        assert answer.status_code in {operation.success, 400, 403, 404}, operation
        assert answer.headers["API-Version"] == operation.version
        place.world.step(data.draw(st.integers(0, 3)))
