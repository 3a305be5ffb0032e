"""A country: cities of Donggang's shape, for graphs as large as one wants them."""

from __future__ import annotations

from seed.country.cities import Country, make_country
from seed.country.loader import load_country

__all__ = ["Country", "load_country", "make_country"]
