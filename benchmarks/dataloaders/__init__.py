"""A peer: plain Strawberry with DataLoaders over the official async driver, one loader for each relation."""
