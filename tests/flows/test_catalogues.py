"""The catalogues of texts follow what the translator saved."""

import gettext
import os
from pathlib import Path

from meedoen.config.catalogues import compile_catalogues

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "yes"\nmsgstr "{}"\n'


def test_a_changed_catalogue_is_compiled_once(tmp_path: Path) -> None:
    po = tmp_path / "nl" / "LC_MESSAGES" / "meedoen.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO.format("ja"), "utf-8")
    assert compile_catalogues(tmp_path) == [po.with_suffix(".mo")]
    assert compile_catalogues(tmp_path) == []
    po.write_text(PO.format("jazeker"), "utf-8")
    os.utime(po, (po.stat().st_atime, po.stat().st_mtime + 10))
    compile_catalogues(tmp_path)
    assert gettext.translation("meedoen", tmp_path, ["nl"]).gettext("yes") == "jazeker"
    assert sorted(path.name for path in po.parent.iterdir()) == ["meedoen.mo", "meedoen.po"]


def test_a_house_without_catalogues_has_nothing_to_do(tmp_path: Path) -> None:
    assert compile_catalogues(tmp_path / "locale") == []
