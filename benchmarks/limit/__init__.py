"""The limit: hand-written Cypher on the bare driver. No other server should come far below its times."""
