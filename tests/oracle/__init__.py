"""Coverage and figures worked out in plain Python from the seed's tables, to hold the product's answers against.

Nothing here comes from the product: the tables are read and the rules checked anew, from what the domain says of them.

| module | answers |
|---|---|
| `days` | which calendar day a table's text stands for; which month, quarter or year was the last complete one |
| `records`, `tables` | what the CSV files say, as records |
| `relations` | which relations hold on a day, from either end, and what happened up to it |
| `places` | what lies within what, and how far apart |
| `cross_appointments` | who sits in two of a compound's three parties |
| `members` | the rules of communities that check in-service members and those they help |
| `conferences` | whether a place's conference met, and who came |
| `evaluations` | which rounds are closed, how many rated, what the score is |
| `rules` | what a rule, a outcome and a finding are |
| `cities` … `building_groups`, `issues` | the rules of one kind of subject, a function each |
| `coverage` | every finding of a day, the coverage of a place, its history and its changes |
| `figures` | the figures of the city's report |
"""
