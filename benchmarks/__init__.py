"""What is measured: the product beside hand-written Cypher, in one run, as ratios."""
