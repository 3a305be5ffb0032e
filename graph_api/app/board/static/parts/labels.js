// The labels of enum values, as the API gives them.

/** @typedef {(name: string, value: string) => string} Labels */
/** @typedef {import("../types/operations.js").Operations["Cities"]["data"]} CitiesData */

/**
 * A function that gives the label of a value; nothing while labels are on their way, because values are no words.
 * @param {CitiesData | null} data
 * @returns {Labels}
 */
export function labelsOf(data) {
  const enums = new Map((data?.enumLabels ?? []).map(({ name, values }) => [name, new Map(values.map(({ value, label }) => [value, label]))]));
  return (name, value) => enums.get(name)?.get(value) ?? (data ? value : "");
}
