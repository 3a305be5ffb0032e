// What components are written with: Preact, its hooks and signals, and htm in place of JSX.
import { h } from "./vendor/preact.js";
import htm from "./vendor/htm.js";

export { Fragment, render } from "./vendor/preact.js";
export { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "./vendor/hooks.js";
export { computed, effect, signal } from "./vendor/signals.js";

/** Elements from a template: `` html`<p class="note">${text}</p>` ``. */
export const html = htm.bind(h);
