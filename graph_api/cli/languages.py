"""The option `--language` of commands that print tables, and how they show values of enums."""

from typing import Annotated

import typer

from graph_api.languages import Language

LanguageOption = Annotated[Language, typer.Option(case_sensitive=False, help="The language of the texts.")]


def shown(enum: str, value: str, language: Language) -> str:
    """A value of an enum: its label in Chinese, and itself in English, as other programs search for it."""
    from graph_api.resolvers.labels import label  # noqa: PLC0415 - help comes at once

    return value if language is Language.EN else label(enum, value, language)
