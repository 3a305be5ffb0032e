"""How a rule words what it observed: templates of its header, filled with what its statement returns.

`{name}` stands for a value, `{name one|many}` for a number with its noun in the singular or plural. A rule with several
wordings has several forms: the entry `observed_FORM` has the one that the statement names as `form`, `observed` the one
without a name. Each has its Chinese text in an entry that ends in `_zh`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from graph_api.languages import Language, Text, long_date

PREFIX = "observed"
_CHINESE = "_zh"
_SLOT = re.compile(r"\{(?P<name>[a-z]+)(?: (?P<one>[^{}|]+)\|(?P<many>[^{}|]+))?\}")
# What a rule observed: the values of one form, or of several that are listed in one text.
Observed = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Observation(NamedTuple):
    """What a rule observed as a number: the value, its unit, and of how many."""

    value: int
    unit: str
    of: int | None


@dataclass(frozen=True)
class Wording:
    """The texts of what a rule observed, by form, and the unit of its number."""

    forms: Mapping[str, Text]
    unit: str | None

    def text(self, observed: Observed | None, language: str = Language.EN) -> str | None:
        """What was observed, in words. None for None."""
        if observed is None:
            return None
        parts = [observed] if isinstance(observed, Mapping) else observed
        texts = [_filled(self.forms[part.get("form", "")].in_(language), part, language) for part in parts]
        return ("、" if language == Language.ZH else ", ").join(texts)

    def observation(self, observed: Observed | None) -> Observation | None:
        """What was observed, as a number. None if it is none."""
        if not isinstance(observed, Mapping) or self.unit is None or observed.get("value") is None:
            return None
        return Observation(observed["value"], self.unit, observed.get("of"))


def read_wording(facts: Mapping[str, str], error: Callable[[str], Exception]) -> Wording:
    """The wording of a header. `error` makes the exception for an invalid one."""
    entries = {key: text for key, text in facts.items() if key.startswith(PREFIX)}
    english = {_form(key): text for key, text in entries.items() if not key.endswith(_CHINESE)}
    chinese = {_form(key.removesuffix(_CHINESE)): text for key, text in entries.items() if key.endswith(_CHINESE)}
    if not english or english.keys() != chinese.keys():
        raise error("the header needs `observed` or `observed_FORM`, each with its Chinese text in an entry with `_zh`")
    for form, text in english.items():
        if _names(text) != _names(chinese[form]):
            raise error(f"the texts of {PREFIX}{'_' * bool(form)}{form} have different values in braces")
    unit = facts.get("unit")
    if (unit is not None) != any({"value", "of"} & _names(text) for text in english.values()):
        raise error("a rule has a `unit` if the texts of what it observed have a {value}, and only then")
    return Wording({form: Text(text, chinese[form]) for form, text in english.items()}, unit)


def shown(text: str) -> str:
    """The template as a page shows it: the plural of its nouns."""
    return _SLOT.sub(lambda slot: f"*{slot['name']}*" + (f" {slot['many']}" if slot["many"] else ""), text)


def _form(key: str) -> str:
    return key.removeprefix(PREFIX).removeprefix("_")


def _names(text: str) -> set[str]:
    return {slot["name"] for slot in _SLOT.finditer(text)}


def _filled(template: str, values: Mapping[str, Any], language: str) -> str:
    def fill(slot: re.Match[str]) -> str:
        value = values[slot["name"]]
        if slot["one"]:
            return f"{value} {slot['one' if value == 1 else 'many']}"
        if slot["name"] == "date" and language == Language.ZH:
            return long_date(date.fromisoformat(value))
        return str(value)

    return _SLOT.sub(fill, template)
