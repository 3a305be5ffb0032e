// The view of one thing by its code.
import { day } from "../address.js";
import { useAnswer } from "../client.js";
import { html } from "../html.js";
import { language } from "../language.js";
import { Answered } from "./answered.js";
import { labelsOf } from "./labels.js";
import { NothingHere } from "./trail.js";

/** @typedef {import("../types/operations.js").Operations} Operations */
/** @typedef {"Community" | "Compound" | "Department" | "Issue" | "Leader"} Name */

/**
 * The view that asks the operation for the code of the address and shows the thing in its answer, or that there is none.
 * @template {Name} N
 * @template Thing
 * @param {N} name
 * @param {(data: Operations[N]["data"]) => Thing | null} thingOf
 * @param {(thing: Thing, labels: import("./labels.js").Labels) => unknown} show
 */
export function codeView(name, thingOf, show) {
  return function View(/** @type {{ code: string }} */ { code }) {
    const variables = { day: day.value, language: language.value };
    const labels = labelsOf(useAnswer("Cities", variables).data);
    const answer = useAnswer(name, { ...variables, code });
    return html`<${Answered} answer=${answer}>
      ${(/** @type {Operations[N]["data"]} */ data) => {
        const thing = thingOf(data);
        return thing ? show(thing, labels) : html`<${NothingHere} />`;
      }}
    <//>`;
  };
}
