"""A GraphQL API over a city's governance graph in Neo4j."""

__version__ = "0.1.0"
