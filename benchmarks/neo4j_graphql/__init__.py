"""A peer: @neo4j/graphql, which also makes Cypher of GraphQL, behind Apollo Server on Node."""
