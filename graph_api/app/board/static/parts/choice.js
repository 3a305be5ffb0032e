// A filter with its label.
import { html } from "../html.js";

/** @param {{ label: string, every?: string, options: [string, string][], value: string | undefined, choose: (value: string | null) => void }} given */
export function Choice({ label, every, options, value, choose }) {
  return html`<label class="choice">${label}
    <select value=${value ?? ""} onChange=${(/** @type {any} */ event) => choose(event.target.value || null)}>
      ${every && html`<option value="">${every}</option>`}
      ${options.map(([key, text]) => html`<option key=${key} value=${key}>${text}</option>`)}
    </select>
  </label>`;
}
