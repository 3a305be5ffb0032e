// name: figures.load_figures
// mode: write
// parameters: rows
// columns: loaded
//
// What a city's report states; the values themselves are computed from the graph when they are asked for.
UNWIND $rows AS row
MATCH (city:City {code: row.city})
MERGE (city)-[:STATES]->(figure:Figure {key: row.key})
SET figure.stated = row.stated,
    figure.qualifier = row.qualifier,
    figure.unit = row.unit,
    figure.label = row.label,
    figure.label_zh = row.label_zh,
    figure.system = row.system
RETURN count(*) AS loaded
