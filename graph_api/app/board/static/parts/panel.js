// A part of a view with its heading.
import { html } from "../html.js";

/** @param {{ title: string, count?: number, children?: unknown }} given */
export function Panel({ title, count, children }) {
  return html`<section class="panel"><h2>${title}${count === undefined ? "" : html` <span class="count">${count}</span>`}</h2>${children}</section>`;
}
