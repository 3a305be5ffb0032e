// Asks the public GraphQL API. Answers are cached for this visit, so that Back shows a view at once.
import { useEffect, useState } from "./html.js";
import documents from "./operations.js";

/** @typedef {{ code: string, message: string }} Failure */
/**
 * What is known of an answer. `data` stays while a new one is on its way.
 * @template Data
 * @typedef {{ data: Data | null, failure: Failure | null, waiting: boolean }} Answer
 */

const CACHED = 60;
const LONGEST_WAIT = 10_000;

/** @type {Map<string, unknown>} */
const answers = new Map();

/** The server can't be reached. It is asked again until it answers. */
const GONE = "GONE";
const PASSING = new Set([GONE, "UNAVAILABLE"]);

class Refusal extends Error {
  /** @param {string} code @param {string} message @param {number} [seconds] until it is worth asking again */
  constructor(code, message, seconds) {
    super(message);
    this.code = code;
    this.seconds = seconds;
  }
}

/**
 * The text of an operation, such as "Show the GraphQL" opens.
 * @param {keyof import("./types/operations.js").Operations} name
 */
export const documentOf = (name) => documents[name];

/** @param {string} query @param {unknown} variables @param {AbortSignal} signal */
async function ask(query, variables, signal) {
  let response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refusal(GONE, "");
  }
  const answer = await response.json().catch(() => ({ errors: [{ message: response.statusText }] }));
  const [error] = answer.errors ?? [];
  if (!error) return answer.data;
  const { code, retryAfter } = error.extensions ?? {};
  throw new Refusal(code ?? (response.status >= 502 ? GONE : "INTERNAL"), error.message, retryAfter);
}

/** @param {number} milliseconds @param {AbortSignal} signal */
const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)));
  });

/**
 * The answer to an operation. Asks anew when the variables change; null variables ask nothing yet.
 * @template {keyof import("./types/operations.js").Operations} Name
 * @param {Name} name
 * @param {import("./types/operations.js").Operations[Name]["variables"] | null} variables
 * @returns {Answer<import("./types/operations.js").Operations[Name]["data"]>}
 */
export function useAnswer(name, variables) {
  const key = variables && `${name} ${JSON.stringify(variables)}`;
  const [state, setState] = useState(/** @type {{ key: string | null, data: any, failure: Failure | null }} */ ({ key: null, data: null, failure: null }));
  const cached = key === null ? undefined : answers.get(key);
  useEffect(() => {
    if (key === null || answers.has(key)) return;
    const control = new AbortController();
    const { signal } = control;
    const fetchIt = async () => {
      for (let wait = 1_000; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
        try {
          const data = await ask(documents[name], variables, signal);
          remember(key, data);
          setState({ key, data, failure: null });
          return;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          const failure = { code: error.code, message: error.message };
          setState((before) => ({ ...before, key: PASSING.has(error.code) ? before.key : key, failure }));
          if (!PASSING.has(error.code)) return;
          await pause(error.seconds ? 1_000 * error.seconds : wait, signal);
        }
      }
    };
    fetchIt().catch((error) => {
      if (!signal.aborted) throw error;
    });
    return () => control.abort();
  }, [key]);
  if (cached !== undefined) return { data: /** @type {any} */ (cached), failure: null, waiting: false };
  const settled = state.key === key;
  return { data: settled && state.failure ? null : state.data, failure: state.failure, waiting: key !== null && !settled };
}

/** @param {string} key @param {unknown} data */
function remember(key, data) {
  answers.set(key, data);
  const [oldest] = answers.keys();
  if (answers.size > CACHED && oldest !== undefined) answers.delete(oldest);
}
