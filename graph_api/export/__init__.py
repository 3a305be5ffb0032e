"""Data for other programs: cells of spreadsheets, and the whole graph as a file."""
