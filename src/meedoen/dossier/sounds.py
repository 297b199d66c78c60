"""How a name sounds, however it is spelled: Youssef, Yusuf and Joesoef give one key.

Made for the names that Dutch municipalities meet: Arabic, Persian, Turkish, Tigrinya, Somali and
Slavic names, put in Latin letters by a Dutch, English, French or German hand. A key is the
consonants with one vowel sign. A letter that can sound two ways (ch: Charif or Michael) gives more
keys; two names match if they share one. In order:

1. SPELLINGS rewrites what sounds otherwise in its place; UNITS says how letters can sound.
2. Vowels are a e i o u y. Double letters count once. The last letter loses its voice (Ahmed,
   Ahmet); a last e may be silent; a last h may be only written (Sarah).
3. Up to four consonants: the first vowel counts, dark (o, u: O) or clear (A), so that Hassan is not
   Hussein. Names that begin with two consonants hide theirs and get both (Brhane, Arabic script).
4. A last a counts, for it often tells a woman's name from a man's: Samira is not Samir.
5. One consonant: all vowels count, or Ali, Ola and Aal would be one name.

A key decides nothing about anybody: what sounds alike comes on the list, and people choose.
"""

import re
from collections.abc import Iterator

MOST = 24  # readings of one word; after that each letter keeps its first one
LONG = 5  # from so many consonants the vowel is left out: it adds mistakes, no difference

# Digits stand for what has readings only in its place: see UNITS.
SPELLINGS = [
    (re.compile(pattern), text)
    for pattern, text in {
        r"[^a-z'`]": "",
        r"^['`]+(?![aeiou'`])": "1",  # ayn or hamza, and the script has no vowels: `mr, 'hmd
        r"['`]": "",
        r"^(abd)[aeiou]{1,2}l(?=[rsznt])": r"\1u",  # Abdulrahman, Abderrahman
        r"(?:^|(?<=a))ou(?=[aeiouy])": "w",  # Ouafa, Naoual
        r"aou": "a0u",  # Daoud
        r"a[wv](?=[ou])": "a0",  # Dawud, Davut
        r"(?<=[^aeiouy])w(?=[^aeiouy]|$)|(?<=^y)w(?=[^aeiouy])": "u",  # Arabic script: nwr, ywsf
        r"^y(?=[^aeiou]|$)|^[yi](?=[aeiou])": "j",  # Yusuf, Ioannis; elsewhere y is a vowel
        r"^j": "4",
        r"ij(?=[^aeiouy]|$)": "i",  # Dmitrij
        r"^c(?=[au])": "2",  # Somali: Cali, Cumar
        r"c(?=[eiy])": "3",  # Turkish: Cemile
    }.items()
]

# How letters can sound; what is absent sounds as it is written.
UNITS: dict[str, tuple[str, ...]] = {
    "0": ("", "w"),
    "1": ("a", "o"),
    "2": ("k", ""),
    "3": ("s", "j"),
    "4": ("j",),
    "c": ("k",),
    "ch": ("k", "s", "h"),  # Chaled, Michael; Rachid; Achmed
    "cz": ("s",),
    "dh": ("d", "z"),  # Ramadhan, Ramazan
    "dj": ("j",),
    "dzh": ("j",),
    "gh": ("g", "k"),  # Ghebre; Ghasem, Qasem
    "j": ("i", "j"),  # Maja, Maya; Hajar, Hadjar
    "kh": ("k", "h"),  # Khaled; Akhmed, Ahmed
    "ph": ("f",),
    "q": ("k",),
    "sch": ("s",),
    "sh": ("s",),  # Turkish ş is often typed as s
    "shch": ("s",),
    "sj": ("s",),  # Dutch: Rasjid
    "sz": ("s",),
    "tch": ("s",),
    "th": ("t", "s"),  # Fathi; Othman, Osman
    "ts": ("s", "ts"),  # Tsehay, Sehay; Tsfay, Tesfay
    "tsch": ("s",),
    "tsj": ("s",),
    "tz": ("s", "ts"),
    "v": ("w",),
    "x": ("ks", "h"),  # Oxana; Somali: Xasan
    "zh": ("z",),
}
UNIT = re.compile("|".join(sorted(UNITS, key=len, reverse=True)) + "|[a-z]")
VOWELS = re.compile("[aeiouy]+")
DOUBLE = re.compile(r"(.)\1+")
# After a vowel that is clear, or after a consonant with which it makes no sound of its own.
WRITTEN_H = re.compile("(?<=[^iouykgdtscpz])h$")
VOICELESS = {"d": "t", "b": "p"}
CLEAR, DARK = "A", "O"
SIGNS = str.maketrans("aeiyou", "AAIIOO")


def sounds(word: str) -> frozenset[str]:
    """The keys of a word in small Latin letters, ayn and hamza as ' or `; none for one letter."""
    spelled = word
    for pattern, text in SPELLINGS:
        spelled = pattern.sub(text, spelled)
    if len(spelled) < 2:
        return frozenset()
    return frozenset(key for reading in _readings(spelled) for key in _keys(reading) if key)


def _readings(spelled: str) -> set[str]:
    """The ways to say a word, one letter for each sound."""
    shorter = WRITTEN_H.sub("", spelled)
    readings = {""}
    for unit in UNIT.findall(shorter):
        ways = UNITS.get(unit, (unit,))
        if len(readings) * len(ways) > MOST:
            ways = ways[:1]
        readings = {before + way for before in readings for way in ways}
    written_only = shorter != spelled
    return {ended for reading in readings for ended in _endings(reading, written_only=written_only)}


def _endings(reading: str, *, written_only: bool) -> Iterator[str]:
    """The ways to say the end of a word, whose last h may be written only."""
    plain = DOUBLE.sub(r"\1", reading)
    if written_only:
        yield plain + "h"  # Saleh
        if not plain.endswith(("a", "e")):
            plain += "a"  # the h of Arabic script: ftmh, Fatima
    if plain.endswith("e"):
        yield plain[:-1]
    yield plain[:-1] + VOICELESS.get(plain[-1:], plain[-1:])


def _keys(reading: str) -> Iterator[str]:
    """One key, or two where the first vowel is not written."""
    consonants = VOWELS.sub("", reading)
    if len(consonants) < 2:
        yield VOWELS.sub(lambda run: run[0][0].translate(SIGNS), reading)
        return
    first = VOWELS.search(reading)
    start = 0 if first and first.start() == 0 else 1
    end = "a" if reading.endswith(("a", "e")) else ""
    for sign in _signs(reading, first, len(consonants)):
        yield consonants[:start] + sign + consonants[start:] + end


def _signs(reading: str, first: re.Match[str] | None, consonants: int) -> tuple[str, ...]:
    """How the first vowel stands in the key."""
    if consonants >= LONG:
        return (CLEAR,) if first and first.start() == 0 else ("",)
    if first is None or first.start() > 1:
        return (CLEAR, DARK)
    return (DARK,) if reading[first.start()] in "ou" else (CLEAR,)
