// A list of terms and values.
import { html } from "../html.js";

/** @param {{ facts: [string, unknown][] }} given */
export const Facts = ({ facts }) => html`<dl class="facts">${facts.map(([term, value]) => html`<div key=${term}><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
