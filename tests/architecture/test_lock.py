"""uv.lock belongs to pyproject.toml, and can be installed from anywhere."""

import tomllib
from typing import Any

from tests.architecture.source import ROOT


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


LOCK, PROJECT = _read("uv.lock"), _read("pyproject.toml")


def test_the_lock_holds_what_the_project_asks_for() -> None:
    """`uv sync --frozen` does not look: after a change of dependencies, run `uv lock`."""
    (ours,) = [p for p in LOCK["package"] if p["name"] == "meedoen"]
    asked = {"": ours["metadata"]["requires-dist"]} | ours["metadata"]["requires-dev"]
    wanted = {"": PROJECT["project"]["dependencies"]} | PROJECT["dependency-groups"]
    locked = {group: {_as_asked(each) for each in packages} for group, packages in asked.items()}
    assert locked == {group: set(packages) for group, packages in wanted.items()}


def _as_asked(package: dict[str, Any]) -> str:
    """A package as pyproject.toml writes it: name, extras, versions."""
    extras = f"[{','.join(package['extras'])}]" if package.get("extras") else ""
    return f"{package['name']}{extras}{package['specifier']}"


def test_the_lock_knows_one_source() -> None:
    """A lock made behind a mirror names that mirror, and fails for everybody else."""
    sources = [p["source"] for p in LOCK["package"] if p["name"] != "meedoen"]
    registries = {source.get("registry", str(source)) for source in sources}
    assert len(registries) == 1
    assert registries.pop().startswith("https://")
