"""The OpenAPI document as a page can show it: questions by room, parameters, answers, an address to try."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_DEEPEST = 5
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing to fill in; `place` is path or query."""

    name: str
    place: str
    kind: str
    required: bool
    default: str
    description: SafeString
    example: str


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One field of an answer; `depth` counts how far it lies inside others."""

    name: str
    kind: str
    description: SafeString
    example: str
    depth: int

    @property
    def indent(self) -> range:
        """As many steps as it lies deep."""
        return range(self.depth)


@dataclass(frozen=True, slots=True)
class Described:
    """One question; `try_url` is empty when it cannot be asked without knowing a name."""

    id: str
    path: str
    summary: str
    description: tuple[SafeString, ...]
    parameters: tuple[Parameter, ...]
    answers: tuple[tuple[str, tuple[AnswerField, ...]], ...]
    problems: tuple[tuple[str, str], ...]
    try_url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one room."""

    tag: str
    questions: tuple[Described, ...]


def described(document: Document) -> tuple[Group, ...]:
    """Every question of the document, grouped by tag in the document's order."""
    found: dict[str, list[Described]] = {}
    for path, operations in document["paths"].items():
        for operation in operations.values():
            found.setdefault(operation["tags"][0], []).append(_question(document, path, operation))
    return tuple(Group(tag, tuple(questions)) for tag, questions in found.items())


def _question(document: Document, path: str, operation: Document) -> Described:
    responses = operation["responses"]
    schema = next(iter(responses["200"]["content"].values()))["schema"]
    return Described(
        id=operation["operationId"],
        path=path,
        summary=operation["summary"],
        description=tuple(_coded(part) for part in operation.get("description", "").split("\n\n")),
        parameters=tuple(_parameter(parameter) for parameter in operation["parameters"]),
        answers=tuple(_answers(document, schema)),
        problems=tuple((status, each["description"]) for status, each in responses.items() if status >= "400"),
        try_url=_try_url(path, operation),
    )


def _parameter(parameter: Document) -> Parameter:
    schema = parameter["schema"]
    default = schema.get("default")
    return Parameter(
        name=parameter["name"],
        place=parameter["in"],
        kind=_kind(schema),
        required=parameter["required"],
        default="" if default in (None, []) else str(default),
        description=_coded(schema.get("description", "")),
        example=_example(schema),
    )


def _try_url(path: str, operation: Document) -> str:
    given = dict(operation.get("x-example", {}))
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            if parameter["name"] not in given:
                return ""
            path = path.replace("{" + parameter["name"] + "}", quote(given.pop(parameter["name"]), safe=""))
    return f"{path}?{urlencode(given)}" if given else path


def _answers(document: Document, schema: Document) -> Iterator[tuple[str, tuple[AnswerField, ...]]]:
    """What kind of thing each possible answer is, and its fields."""
    for choice in schema.get("anyOf", (schema,)):
        yield _kind(choice), tuple(_fields(document, choice, 0))


def _fields(document: Document, schema: Document, depth: int) -> Iterator[AnswerField]:
    inner = _inner(document, schema)
    for name, field in inner.get("properties", {}).items():
        yield AnswerField(name, _kind(field), _coded(field.get("description", "")), _example(field), depth)
        if depth < _DEEPEST:
            for choice in field.get("anyOf", (field,)):
                yield from _fields(document, choice, depth + 1)


def _inner(document: Document, schema: Document) -> Document:
    """The object a schema speaks of: looks through references, lists and maps."""
    if "$ref" in schema:
        found: Document = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return found
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            return _inner(document, schema[key])
    return schema


def _kind(schema: Document) -> str:
    """The type in a few words: "list of MunicipalityOut", "date or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2].removesuffix("Out")
    if "anyOf" in schema:
        return " or ".join(_kind(choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    kind = str(schema.get("format") or schema.get("type", "any"))
    if kind == "array":
        return f"list of {_kind(schema['items'])}"
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {_kind(schema['additionalProperties'])}"
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"{kind} {low}–{high}" if low is not None and high is not None else kind


def _example(schema: Document) -> str:
    example = next(iter(schema.get("examples", ())), None)
    if isinstance(example, list):
        example = next(iter(example), None)
    return "" if example is None else example if isinstance(example, str) else json.dumps(example)


def _coded(text: str) -> SafeString:
    """The text as HTML, with what stands between backticks as code."""
    return format_html_join(
        "",
        "{}",
        ((format_html("<code>{}</code>", part) if place % 2 else part,) for place, part in enumerate(text.split("`"))),
    )
