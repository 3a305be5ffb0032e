// The way from the city to what a view shows.
import { Link } from "../address.js";
import { html } from "../html.js";
import { words } from "../language.js";

/** @param {{ children?: unknown }} given */
export const Trail = ({ children }) => html`<p class="trail"><${Link} to="/">${words().back}<//>${children && html` › ${children}`}</p>`;

/** What is shown for a code that nothing has on the date. */
export const NothingHere = () => html`<p class="empty">${words().nothingHere} <${Link} to="/">${words().back}<//></p>`;
