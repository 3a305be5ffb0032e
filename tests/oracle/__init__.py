"""Coverage worked out in plain Python from the seed's tables, to hold the product's answers against.

Nothing here comes from the product: the tables are read and the rules judged anew, from what the domain says of them.

| module | answers |
|---|---|
| `days` | which calendar day a table's text stands for |
| `tables` | what the CSV files say, as records |
| `relations` | which relations hold on a day, from either end |
| `places` | what lies within what, and how far apart |
| `cross_appointments` | who sits in two of a compound's three parties |
| `rules` | what a rule, a judgement and a finding are |
| `conferences` | a place's joint conference, its meetings in a window and who came |
| `members` | the rules of communities that are about in-service members |
| `cities` … `building_groups` | the rules of one kind of subject, a function each |
| `coverage` | every finding of a day, the coverage of a place, its history and its changes |
"""
