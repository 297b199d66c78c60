"""Short secret texts, sealed: they open with their key, for their purpose, and only unchanged."""

from base64 import b64encode

import pytest

from meedoen.accounts.keys import Keys, UnsealError, seal_text, sealed_with, unseal_text

OLD, NEW, HASH = (b64encode(bytes([each]) * 32).decode() for each in b"onh")
BEFORE = Keys.read(f"2025b:{OLD}", HASH)
BOTH = Keys.read(f"2026a:{NEW},2025b:{OLD}", HASH)
AFTER = Keys.read(f"2026a:{NEW}", HASH)
TEXT = "JBSWY3DPEHPK3PXP é"


def test_what_is_sealed_opens_with_the_same_key_and_looks_like_nothing() -> None:
    sealed = seal_text(TEXT, BEFORE, purpose="proef")
    assert TEXT not in sealed
    assert sealed != seal_text(TEXT, BEFORE, purpose="proef")
    assert unseal_text(sealed, BEFORE, purpose="proef") == TEXT


def test_an_older_key_still_opens_until_it_leaves() -> None:
    sealed = seal_text(TEXT, BEFORE, purpose="proef")
    assert sealed_with(sealed) == "2025b"
    assert unseal_text(sealed, BOTH, purpose="proef") == TEXT
    assert sealed_with(seal_text(TEXT, BOTH, purpose="proef")) == "2026a"
    with pytest.raises(UnsealError, match="2025b"):
        unseal_text(sealed, AFTER, purpose="proef")


def test_it_opens_for_no_other_purpose() -> None:
    sealed = seal_text(TEXT, BOTH, purpose="proef")
    with pytest.raises(UnsealError):
        unseal_text(sealed, BOTH, purpose="anders")


@pytest.mark.parametrize("wrong", ["", "2026a", "2026a:", "2026a:!!", "2026a:AAAA", "2024:AAAA"])
def test_what_was_never_sealed_is_refused(wrong: str) -> None:
    with pytest.raises(UnsealError):
        unseal_text(wrong, BOTH, purpose="proef")


def test_a_changed_letter_is_noticed() -> None:
    sealed = seal_text(TEXT, BOTH, purpose="proef")
    for place in (len("2026a:"), len(sealed) - 3):
        other = "A" if sealed[place] != "A" else "B"
        with pytest.raises(UnsealError):
            unseal_text(sealed[:place] + other + sealed[place + 1 :], BOTH, purpose="proef")
