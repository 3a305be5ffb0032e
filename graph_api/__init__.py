"""Graph API: a city's governance web in Neo4j, asked through GraphQL."""

__version__ = "0.1.0"
