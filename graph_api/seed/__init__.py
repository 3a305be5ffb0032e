"""The seed: Donggang as tables that a person can read and correct, and the loader that puts them in the graph."""
