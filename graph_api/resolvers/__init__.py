"""Computations that Cypher alone can't do: plain functions over the results of statements."""
