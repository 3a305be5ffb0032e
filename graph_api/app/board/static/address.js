// The address holds the whole state of a view: what is shown, the date, filters. Reloading, Back and a pasted link give
// the same picture.
import { computed, html, signal } from "./html.js";

/** @typedef {{ path: string, parameters: Record<string, string> }} Address */

const read = () => ({
  path: location.pathname,
  parameters: Object.fromEntries(new URLSearchParams(location.search)),
});

/** @type {import("./vendor/signals.js").Signal<Address>} */
export const address = signal(read());

addEventListener("popstate", () => {
  address.value = read();
});

/** The parameters that every link within the board keeps. */
const KEPT = ["day"];

/** The date that all views describe; undefined for today. */
export const day = computed(() => {
  const given = address.value.parameters.day;
  return given && /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : undefined;
});

/**
 * The address of a path with these parameters, and those that every link keeps. Null and an empty text leave one out.
 * @param {string} path
 * @param {Record<string, string | null | undefined>} [parameters]
 */
export function addressOf(path, parameters = {}) {
  const now = address.value.parameters;
  const kept = Object.fromEntries(KEPT.filter((name) => now[name]).map((name) => [name, now[name]]));
  const given = Object.entries({ ...kept, ...parameters }).filter(([, value]) => value);
  const query = new URLSearchParams(/** @type {[string, string][]} */ (given)).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * Goes to an address of the board.
 * @param {string} target
 * @param {{ replace?: boolean }} [how] `replace` for a change that Back should not undo, such as each step of a slider.
 */
export function go(target, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", target);
  const path = address.value.path;
  address.value = read();
  if (address.value.path !== path) scrollTo(0, 0);
}

/**
 * Changes parameters of this view and keeps the others.
 * @param {Record<string, string | null | undefined>} changes
 * @param {{ replace?: boolean }} [how]
 */
export function change(changes, how) {
  go(addressOf(address.value.path, { ...address.value.parameters, ...changes }), how);
}

/**
 * A link within the board.
 * @param {{ to: string, parameters?: Record<string, string | null | undefined>, class?: string, current?: boolean, children?: unknown }} given
 */
export function Link({ to, parameters, class: class_, current, children }) {
  const target = addressOf(to, parameters);
  const follow = (/** @type {MouseEvent} */ event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(target);
  };
  return html`<a href=${target} class=${class_} aria-current=${current ? "page" : undefined} onClick=${follow}>${children}</a>`;
}
