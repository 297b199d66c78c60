"""Makes static/huis/nlds from NL Design System: `python -m tests.look.vendored DIR`.

DIR holds the two unpacked npm packages. Kept are the rules of the blocks that our screens use and
the tokens that these rules and our own style sheets ask for, unchanged and in their order. The
product runs without Node; this is run by hand when a package has a new version.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HUIS = Path(__file__).parents[2] / "src" / "meedoen" / "static" / "huis"
NLDS = HUIS / "nlds"
COMPONENTS = "@utrecht/component-library-css"
TOKENS = "@nl-design-system-community/ma-design-tokens"
BLOCKS = (
    "alert",
    "button",
    "button-link",
    "checkbox",
    "form-field-description",
    "form-field-error-message",
    "form-label",
    "radio-button",
    "select",
    "skip-link",
    "textarea",
    "textbox",
)
BLOCK = re.compile(r"\.utrecht-([a-z]+(?:-[a-z]+)*)")
USED = re.compile(r"var\(\s*(--[a-z0-9-]+)")
TOKEN = re.compile(r"(--[a-z0-9-]+):\s*([^;]+);")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """A selector or at-rule with what stands between its braces."""

    head: str
    body: str


def rules(css: str) -> Iterator[Rule]:
    """The outermost rules of a style sheet without comments."""
    depth = start = opened = 0
    for place, sign in enumerate(css):
        if sign == ";" and depth == 0:
            start = place + 1  # @charset and the like have no body
        elif sign == "{":
            opened = place if depth == 0 else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield Rule(css[start:opened].strip(), css[opened + 1 : place].strip("\n"))
                start = place + 1


def trimmed(css: str) -> str:
    """The rules of our blocks only."""
    return "\n".join(filter(None, map(_kept, rules(COMMENT.sub("", css))))) + "\n"


def _kept(rule: Rule) -> str:
    if rule.head.startswith("@media"):
        inner = "\n".join(filter(None, map(_kept, rules(rule.body))))
        return f"{rule.head} {{\n{inner}\n}}" if inner else ""
    selectors = [s.strip() for s in _selectors(rule.head)]
    kept = [s for s in selectors if not s.startswith("@") and _ours(s)]
    return ",\n".join(kept) + f" {{\n{rule.body}\n}}" if kept else ""


def _selectors(head: str) -> list[str]:
    """The selectors of a rule; a comma between brackets does not part two."""
    return re.split(r",(?![^(]*\))", head)


def _ours(selector: str) -> bool:
    blocks = set(BLOCK.findall(selector))
    return bool(blocks) and blocks <= set(BLOCKS)


def tokens(light: str, dark: str, asked: str) -> str:
    """The tokens that `asked` needs, with those behind them; the dark ones under their query."""
    day, night = dict(TOKEN.findall(COMMENT.sub("", light))), dict(TOKEN.findall(dark))
    needed, fresh = set[str](), set(USED.findall(asked))
    while fresh:
        needed |= fresh
        told = " ".join(day.get(name, "") + night.get(name, "") for name in fresh)
        fresh = set(USED.findall(told)) - needed
    found = [f"  {name}: {day[name]};" for name in day if name in needed]
    other = [n for n in night if n in needed and night[n] != day.get(n)]
    changed = [f"    {name}: {night[name]};" for name in other]
    return (
        ".ma-theme {\n" + "\n".join(found) + "\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n  .ma-theme {\n"
        + "\n".join(changed)
        + "\n  }\n}\n"
    )


def main(folder: Path) -> None:
    """Write both style sheets."""
    library, theme = folder / COMPONENTS / "dist", folder / TOKENS / "dist"
    components = trimmed((library / "index.css").read_text("utf-8"))
    (NLDS / "componenten.css").write_text(_notice(COMPONENTS) + components, "utf-8")
    own = "".join((HUIS / name).read_text("utf-8") for name in ("thema.css", "huis.css"))
    found = tokens(
        (theme / "theme.css").read_text("utf-8"),
        (theme / "color-scheme-dark" / "theme.css").read_text("utf-8"),
        components + own,
    )
    (NLDS / "tokens.css").write_text(_notice(TOKENS) + found, "utf-8")


def _notice(package: str) -> str:
    return f"/*! From {package}, EUPL-1.2; trimmed by tests/look/vendored.py. See README.md. */\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
