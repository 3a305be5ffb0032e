// The city that a view shows: the one that the address names, or else the first.
import { address } from "../address.js";

/** @param {import("./labels.js").CitiesData | null} cities @returns {string | undefined} */
export const cityOf = (cities) => address.value.parameters.city ?? cities?.cities.nodes[0]?.code;
