"""The seed: Donggang as tables that a person can read and correct, and the loader that puts them in the graph."""

from __future__ import annotations

from seed.loader import LoadReport, is_empty, load_donggang

__all__ = ["LoadReport", "is_empty", "load_donggang"]
