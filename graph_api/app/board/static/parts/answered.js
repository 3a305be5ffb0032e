// What is shown while an answer is on its way, and when there is none.
import { html, useEffect, useState } from "../html.js";
import { words } from "../language.js";

const SLOW = 3_000;

/**
 * The content with an answer's data. Earlier data stay visible while newer are awaited.
 * @template Data
 * @param {{ answer: import("../client.js").Answer<Data>, children: (data: Data) => unknown }} given
 */
export function Answered({ answer, children }) {
  const { data, failure, waiting } = answer;
  return html`<div class="answered" aria-busy=${waiting ? "true" : undefined}>
    ${failure && html`<${Failed} failure=${failure} />`}
    ${waiting && !failure && html`<${Waiting} quietly=${data !== null} />`}
    ${data !== null && children(data)}
  </div>`;
}

/** @param {{ quietly: boolean }} given */
function Waiting({ quietly }) {
  const { loading, slow } = words();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return html`<p class="waiting" role="status">${late ? slow : quietly ? "" : loading}</p>`;
}

/** @param {{ failure: import("../client.js").Failure }} given */
function Failed({ failure }) {
  const { again, failures, gone, slow } = words();
  if (failure.code === "GONE") return html`<p class="failed" role="alert">${gone}</p>`;
  if (failure.code === "UNAVAILABLE") return html`<p class="waiting" role="status">${slow}</p>`;
  return html`<p class="failed" role="alert">
    ${failures[failure.code] ?? failures.INTERNAL}
    <button type="button" onClick=${() => location.reload()}>${again}</button>
  </p>`;
}
