"""A country: cities of Donggang's shape, for graphs as large as one wants them."""

from __future__ import annotations

from graph_api.seed.country.cities import Country, make_country
from graph_api.seed.country.loader import load_country

__all__ = ["Country", "load_country", "make_country"]
