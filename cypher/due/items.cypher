// name: due.items
// mode: relation
// parameters: items
// columns: item
// order: item.key
//
// What is due, passed in as a list of maps.
UNWIND $items AS item
WITH item
RETURN item
