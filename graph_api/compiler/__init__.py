"""The compiler: turns a GraphQL selection into one Cypher statement, and the row that it returns into the response.

Pure: it knows the schema and the catalogue, but neither a database nor a clock. In the order of the work: `selection`
(which fields), `objects`, `values`, `relations`, `connections` and `refetching` (which columns), `statement` (the text
and its parameters), `shapes` and `reader` (from the row to the response). `sources` is what the schema declares.
"""
