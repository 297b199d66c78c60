"""The table of what DUO must be told: what is right is read, what is wrong is refused."""

from datetime import timedelta
from pathlib import Path

import pytest

from meedoen.law.duo_meldingen import HOME, duo_meldingen, read_meldingen
from meedoen.law.reading import TomlError


def test_the_table_of_the_law_is_read() -> None:
    table = duo_meldingen()
    assert "pip_gewijzigd" in table.soorten()
    assert "vaststelling_pip" in table.brieven("besluit_verzonden")
    assert table.of("besluit_verzonden", "oproep_brede_intake") is None
    assert table.na == timedelta(hours=24)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("na_uren = 24", "na_uren = 0", "aantal uren"),
        ('soort = "pip_gewijzigd"', 'soort = "pip_anders"', "«pip_anders» kan hier niet"),
        ('melding = "pip_gewijzigd"', 'melding = "pip_weg"', "«pip_weg» kan hier niet"),
        ('article = "Bi 9.2:2"', 'article = "Bi 99:9"', "«Bi 99:9» kan hier niet"),
        ('needs = ["leerroute"]', 'needs = "leerroute"', "lijst van feiten"),
        ('needs = ["leerroute"]', 'needs = ["leeroute"]', "«leeroute» kan hier niet"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = tmp_path / "m.toml"
    file.write_text(HOME.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(TomlError, match=message):
        read_meldingen(file)
