"""The compiler: turns a GraphQL selection into one Cypher statement, and the row that it returns into the response.

Pure: it knows the schema and the catalogue, but neither a database nor a clock.
What the schema declares: `sources` (where a field's value comes from), `model` (a schema with its sources). Then the
modules in the order in which an operation passes them:

1. `statement` begins: a compilation of the root fields, whose state is `operation`;
2. `selection`: which fields are selected on a type;
3. `objects`: the columns of an object's fields, each compiled in a context by the kind of its source: `values` (of the
   row at hand; Python objects, by `plain`), `relations` with `connections` (pages, by `pages`), `references` (pairs of
   type and ID), `refetch` (global IDs, by `ids`). `scope` has the variables and date of each position, and the gate where
   rows enter;
4. `calls`: the arguments of fields, which become parameters; `stages`: what must be computed before;
5. `statement` ends: one Cypher text, with `shapes` (how its row becomes the response), `weights` (how large that gets)
   and `reader` (the shapes as one Python expression).
"""
