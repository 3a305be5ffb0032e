// A list of terms and values.
import { html } from "../html.js";

/** @param {{ facts: [string, unknown][] }} given */
export const Facts = ({ facts }) => html`<dl>${facts.map(([term, value]) => [html`<dt>${term}</dt>`, html`<dd>${value}</dd>`])}</dl>`;
