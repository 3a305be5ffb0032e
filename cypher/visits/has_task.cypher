// name: visits.has_task
// mode: value
// given: visit
// parameters: value
// columns: has_task
//
// Whether one of the tasks is among those of the visit.
MATCH (visit:Visit)
RETURN any(task IN visit.tasks WHERE task IN $value) AS has_task
