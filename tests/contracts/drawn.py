"""Answers drawn from DUO's own description: whatever it allows, also what nobody thought of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]


def drawn(schema: Schema, schemas: dict[str, Schema]) -> st.SearchStrategy[Any]:
    """JSON that fits a schema; `schemas` is what it may point to."""
    if "$ref" in schema:
        return drawn(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "array":
        return st.lists(drawn(schema["items"], schemas), max_size=3)
    if schema["type"] == "object":
        needed = schema.get("required", ())
        fields = {name: drawn(inner, schemas) for name, inner in schema["properties"].items()}
        return st.fixed_dictionaries(
            {name: each for name, each in fields.items() if name in needed},
            optional={name: each for name, each in fields.items() if name not in needed},
        )
    return _single(schema)


def _single(schema: Schema) -> st.SearchStrategy[Any]:
    if schema["type"] == "boolean":
        return st.booleans()
    if schema["type"] in ("integer", "number"):
        return st.integers(schema["minimum"], schema["maximum"])
    if schema.get("format") == "date":
        return st.dates().map(str)
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace(r"\d", "[0-9]"), fullmatch=True)
    # what no database holds is no name of anything
    signs = st.characters(codec="utf-8", exclude_characters="\0")
    return st.text(signs, min_size=schema.get("minLength", 0), max_size=schema["maxLength"])
