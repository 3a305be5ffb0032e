// A table: a row an item, whose first cell names it. A wide one scrolls by itself, with the keyboard too.
import { html } from "../html.js";

/**
 * @template Item
 * @typedef {{ title: string, number?: boolean, cell: (item: Item) => unknown }} Column
 */

/**
 * @template Item
 * @param {{ title: string, items: Item[], columns: Column<Item>[], keyOf: (item: Item) => string }} given
 */
export function Table({ title, items, columns, keyOf }) {
  const cell = (/** @type {Column<Item>} */ column, /** @type {number} */ index, /** @type {Item} */ item) =>
    index === 0
      ? html`<th key=${column.title} scope="row">${column.cell(item)}</th>`
      : html`<td key=${column.title} class=${column.number ? "number" : undefined}>${column.cell(item)}</td>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}><table>
    <thead><tr>${columns.map((column) => html`<th key=${column.title} scope="col" class=${column.number ? "number" : undefined}>${column.title}</th>`)}</tr></thead>
    <tbody>${items.map((item) => html`<tr key=${keyOf(item)}>${columns.map((column, index) => cell(column, index, item))}</tr>`)}</tbody>
  </table></div>`;
}
