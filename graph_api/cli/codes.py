"""Codes of places that a user gives to a command."""

from graph_api.errors import SetupError
from graph_api.places import is_prefix


def check_place(code: str) -> None:
    """Raises `SetupError` if the text does not have the form of the code of a place."""
    if not is_prefix(code):
        raise SetupError(f"{code} is not the code of a place: 6, 9, 12, 15 or 18 digits.")
