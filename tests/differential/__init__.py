"""The differential test: the same operations through the product and through a naive reference, and the answers compared.

The reference shares no code with the product: it reads the tables by itself, resolves every field on its own from the
definitions, and leaves the rest to graphql-core. Whatever the two don't agree on is a mistake in one of them.
"""
