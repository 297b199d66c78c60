"""A BSN is checked, sealed for one municipality, found by a keyed hash, and shown nowhere."""

import base64
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from meedoen.accounts.keys import Keys, KeysError
from meedoen.dossier.identity import (
    IdentityError,
    Sealed,
    SealError,
    bsn_hash,
    checked_bsn,
    checked_vnummer,
    reseal,
    seal,
    unseal,
)

BSN = "999990019"
OLD, NEW, HASH = (base64.b64encode(bytes([each]) * 32).decode() for each in (1, 2, 3))
KEYS = Keys.read(f"2026a:{NEW},2025b:{OLD}", HASH)
EARLIER = Keys.read(f"2025b:{OLD}", HASH)


def last_digit(eight: str) -> int:
    """The elfproef, read a second time: weights 9 to 2 give the last digit; 10 is no digit."""
    return sum(w * int(d) for w, d in zip(range(9, 1, -1), eight, strict=True)) % 11


eights = st.integers(99990000, 99999999).map(str)  # the range of invented people
bsns = eights.filter(lambda eight: last_digit(eight) < 10).map(lambda e: f"{e}{last_digit(e)}")
gemeenten = st.integers(1, 9999)


@given(bsns, gemeenten)
def test_what_is_sealed_is_read_again_in_its_own_municipality(bsn: str, gemeente: int) -> None:
    assert unseal(seal(bsn, KEYS, gemeente=gemeente), KEYS, gemeente=gemeente) == bsn


@given(bsns, gemeenten, gemeenten)
def test_another_municipality_cannot_open_it(bsn: str, one: int, another: int) -> None:
    assume(one != another)
    with pytest.raises(SealError):
        unseal(seal(bsn, KEYS, gemeente=one), KEYS, gemeente=another)


@given(bsns, st.data())
def test_one_changed_bit_is_noticed(bsn: str, data: st.DataObject) -> None:
    sealed = seal(bsn, KEYS, gemeente=9999)
    bit = data.draw(st.integers(0, len(sealed.ciphertext) * 8 - 1))
    changed = bytearray(sealed.ciphertext)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SealError):
        unseal(Sealed(sealed.key_id, bytes(changed)), KEYS, gemeente=9999)


@given(st.binary(max_size=60))
def test_bytes_that_nobody_sealed_are_refused(content: bytes) -> None:
    with pytest.raises(SealError):
        unseal(Sealed("2026a", content), KEYS, gemeente=9999)


def test_a_text_does_not_open_under_the_name_of_another_key() -> None:
    twins = Keys("a", {"a": b"k" * 32, "b": b"k" * 32}, b"h" * 32)
    sealed = seal(BSN, twins, gemeente=9999)
    with pytest.raises(SealError):
        unseal(Sealed("b", sealed.ciphertext), twins, gemeente=9999)


def test_the_same_bsn_never_looks_the_same_twice() -> None:
    texts = {seal(BSN, KEYS, gemeente=9999).ciphertext for _ in range(20)}
    assert len(texts) == 20


def test_a_column_may_arrive_as_a_memoryview() -> None:
    sealed = seal(BSN, KEYS, gemeente=9999)
    view = Sealed(sealed.key_id, memoryview(sealed.ciphertext))  # type: ignore[arg-type]
    assert unseal(view, KEYS, gemeente=9999) == BSN


def test_rotation_moves_to_the_current_key_once() -> None:
    old = seal(BSN, EARLIER, gemeente=9999)
    new = reseal(old, KEYS, gemeente=9999)
    assert (old.key_id, new.key_id) == ("2025b", "2026a")
    assert unseal(new, KEYS, gemeente=9999) == BSN
    assert reseal(new, KEYS, gemeente=9999) is new
    with pytest.raises(SealError, match="2026a"):
        unseal(new, EARLIER, gemeente=9999)


def test_the_hash_outlives_the_rotation_of_the_seal() -> None:
    assert bsn_hash(BSN, EARLIER, gemeente=9999) == bsn_hash(BSN, KEYS, gemeente=9999)


@given(bsns, bsns, gemeenten, gemeenten)
def test_the_hash_is_one_per_bsn_and_municipality(a: str, b: str, one: int, other: int) -> None:
    same = bsn_hash(a, KEYS, gemeente=one) == bsn_hash(b, KEYS, gemeente=other)
    assert same == ((a, one) == (b, other))
    assert len(bsn_hash(a, KEYS, gemeente=one)) == 32


def test_the_hash_depends_on_its_key() -> None:
    other = Keys.read(f"2026a:{NEW}", OLD)
    assert bsn_hash(BSN, KEYS, gemeente=9999) != bsn_hash(BSN, other, gemeente=9999)


@pytest.mark.parametrize("text", [BSN, " 999990019 ", "9999.90.019", "999 990 019", "9999-90-019"])
def test_a_bsn_is_read_however_it_is_grouped(text: str) -> None:
    assert checked_bsn(text) == BSN
    assert bsn_hash(text, KEYS, gemeente=1) == bsn_hash(BSN, KEYS, gemeente=1)


def test_a_missing_leading_zero_is_put_back() -> None:
    assert checked_bsn("00000012") == "000000012"


@given(eights, st.integers(0, 9))
def test_only_what_passes_the_elfproef_is_a_bsn(eight: str, last: int) -> None:
    if last == last_digit(eight):
        assert checked_bsn(f"{eight}{last}") == f"{eight}{last}"
    else:
        with pytest.raises(IdentityError):
            checked_bsn(f"{eight}{last}")


WRONG = [
    "",
    "0",
    "000000000",
    "9999900190",
    "9999900",
    "99999001A",
    "٩٩٩٩٩٠٠١٩",
    "999990018",
    "\N{MATHEMATICAL BOLD DIGIT NINE}" * 9,
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_bsn_is_refused_without_repeating_it(text: str) -> None:
    for use in (
        lambda: checked_bsn(text),
        lambda: seal(text, KEYS, gemeente=9999),
        lambda: bsn_hash(text, KEYS, gemeente=9999),
    ):
        with pytest.raises(IdentityError) as refused:
            use()
        assert not re.search(r"\d\d", str(refused.value))
        assert refused.value.__cause__ is refused.value.__context__ is None


@given(st.integers(1, 9999999999))
def test_a_vnummer_has_ten_digits_as_number_and_as_text(number: int) -> None:
    text = checked_vnummer(number)
    assert (len(text), int(text)) == (10, number)
    assert checked_vnummer(str(number)) == checked_vnummer(text) == text


def test_a_vnummer_may_be_typed_in_groups() -> None:
    assert checked_vnummer("123 456.7890") == "1234567890"


@pytest.mark.parametrize(
    "value", ["", 0, -1, "-1", "0000000000", 10**10, "12345678901", "V12", "١٢٣"]
)
def test_what_is_no_vnummer_is_refused_without_repeating_it(value: str | int) -> None:
    with pytest.raises(IdentityError) as refused:
        checked_vnummer(value)
    assert str(value or "V12") not in str(refused.value)


def test_nothing_shows_a_key_or_a_sealed_text() -> None:
    sealed = seal(BSN, KEYS, gemeente=9999)
    assert repr(sealed) == str(sealed) == "Sealed(key_id='2026a')"
    assert repr(KEYS) == "Keys(current='2026a')"


def test_the_first_key_is_the_current_one() -> None:
    spaced = Keys.read(f" 2026a:{NEW} , 2025b:{OLD} ,", f" {HASH}\n")
    assert spaced == KEYS
    assert (KEYS.current, sorted(KEYS.named)) == ("2026a", ["2025b", "2026a"])


SHORT = base64.b64encode(b"short").decode()


@pytest.mark.parametrize(
    ("bsn_keys", "hash_key", "said"),
    [
        ("", HASH, "leeg"),
        (NEW, HASH, "naam:sleutel"),
        (SHORT, HASH, "naam:sleutel"),
        (f"a b:{NEW}", HASH, "naam:sleutel"),
        (f":{NEW}", HASH, "naam:sleutel"),
        (f"a:{SHORT}", HASH, "5 bytes"),
        (f"a:{NEW}", SHORT, "5 bytes"),
        (f"a:{NEW}", "", "0 bytes"),
        (f"a:{NEW}", "geen base64!", "base64"),
        (f"a:{NEW},a:{OLD}", HASH, "dezelfde naam"),
        (f"a:{NEW},b:{NEW}", HASH, "anders"),
        (f"a:{NEW}", NEW, "anders"),
    ],
)
def test_wrong_keys_are_refused_without_showing_them(
    bsn_keys: str, hash_key: str, said: str
) -> None:
    with pytest.raises(KeysError, match=said) as refused:
        Keys.read(bsn_keys, hash_key)
    for secret in (NEW, OLD, HASH, SHORT):
        assert secret not in str(refused.value)
