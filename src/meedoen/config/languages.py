"""The languages of the screens: what is offered, what is prepared, and two that only test pages.

Dutch is the source: what the code and the templates say. A prepared language has a catalogue that
follows the source, and is offered once it is filled: move its code to `OFFERED` (CONTRIBUTING.md).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language: its code, its own name and English name, its direction and its plural forms."""

    code: str
    own_name: str
    name: str
    plural: str = "nplurals=2; plural=(n != 1);"
    right_to_left: bool = False

    @property
    def locale(self) -> str:
        """The name of its folder: en, ar_XB."""
        base, _, variant = self.code.partition("-")
        return f"{base}_{variant.upper()}" if variant else base


class OwnName(str):
    """The name of a language in that language; `code` says which."""

    __slots__ = ("code",)
    code: str

    @classmethod
    def of(cls, language: Language) -> "OwnName":
        """The own name of a language."""
        made = cls(language.own_name)
        made.code = language.code
        return made


ARABIC_FORMS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
    " : n%100>=11 && n%100<=99 ? 4 : 5);"
)
UKRAINIAN_FORMS = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0"
    " : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)

SOURCE = "nl"
OFFERED = ("nl", "en")
LANGUAGES = {
    each.code: each
    for each in (
        Language("nl", "Nederlands", "Dutch"),
        Language("en", "English", "English"),
        Language("ar", "العربية", "Arabic", ARABIC_FORMS, right_to_left=True),
        Language("ti", "ትግርኛ", "Tigrinya", "nplurals=2; plural=(n > 1);"),
        Language("tr", "Türkçe", "Turkish"),
        Language("fa", "فارسی", "Persian", "nplurals=2; plural=(n > 1);", right_to_left=True),
        Language("uk", "Українська", "Ukrainian", UKRAINIAN_FORMS),
    )
}
# Made from the source by pseudo.py, to see every page long, or from right to left.
LONG = Language("en-xa", "Proef: lang", "Test: long")
RIGHT_TO_LEFT = Language(
    "ar-xb", "Proef: van rechts naar links", "Test: right to left", right_to_left=True
)
PSEUDO = (LONG, RIGHT_TO_LEFT)


def offered(*, with_pseudo: bool) -> list[tuple[str, str]]:
    """Code and own name of the languages that somebody can choose."""
    found = [LANGUAGES[code] for code in OFFERED]
    return [(each.code, OwnName.of(each)) for each in (*found, *(PSEUDO if with_pseudo else ()))]
