"""What is measured: the product beside the bare driver, in one run, as ratios."""
