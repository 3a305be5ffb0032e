"""Data for other programs: cells of spreadsheets, and the whole graph as files.

`contents` lists what leaves the graph, `reader` reads it, `json_lines`, `spreadsheets`, `graphml` and `gexf` write it,
`drafts` puts the files in their place once they are whole, and `snapshot` makes sure that they show one version.
"""
