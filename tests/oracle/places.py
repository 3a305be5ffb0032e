"""Places: their codes say what lies within what, their locations how far apart they are."""

from math import asin, cos, radians, sin, sqrt

from oracle.records import Location

EARTH_RADIUS_METRES = 6_378_140
CITY_DIGITS = 6
COMPOUND_DIGITS = 15


def city_of(code: str) -> str:
    """The city of a place, a department or a leader."""
    return code[:CITY_DIGITS]


def compound_of(building: str) -> str:
    return building[:COMPOUND_DIGITS]


def place_of(conference: str) -> str:
    return conference.partition("K")[0]


def lies_within(place: str, outer: str) -> bool:
    """A place lies within itself and within every place whose code its own begins with."""
    return place.startswith(outer)


def distance_metres(one: Location, other: Location) -> float:
    """The straight line on the earth's surface (haversine)."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_METRES * asin(sqrt(chord))
