// Finds what has a view by name, code or pinyin, while somebody types.
import { addressOf, day, go } from "../address.js";
import { useAnswer } from "../client.js";
import { html, useEffect, useId, useState } from "../html.js";
import { words } from "../language.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Search"]["data"]["searchResults"]>["edges"][number]["node"]} Found */

// After a pause of this many milliseconds, a text counts as typed.
const PAUSE = 120;
const LONGEST = 100;

const VIEWS = { Community: "communities", Compound: "compounds", Department: "departments", Leader: "leaders", Issue: "issues" };

/** @param {Found} node @returns {{ path: string, name: string, note: string } | null} */
function optionOf(node) {
  const view = VIEWS[/** @type {keyof typeof VIEWS} */ (node.__typename)];
  if (!view || !("code" in node)) return null;
  const name = "issueTitle" in node ? node.issueTitle : node.name;
  const note = "subdistrict" in node ? node.subdistrict.name : "community" in node ? node.community.name : "title" in node ? node.title : "";
  return { path: `/${view}/${node.code}`, name, note };
}

export function SearchBox() {
  const { search } = words();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, LONGEST)), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, failure, waiting } = useAnswer("Search", text ? { text, day: day.value } : null);
  const options = text && data?.searchResults ? data.searchResults.edges.map(({ node }) => optionOf(node)).filter((each) => each !== null) : [];
  const shown = open && text !== "";
  const follow = (/** @type {{ path: string } | undefined} */ option) => {
    if (!option) return;
    setTyped("");
    setText("");
    setOpen(false);
    go(addressOf(option.path));
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    const last = Math.max(options.length - 1, 0);
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, last));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter") follow(options[at]);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
  };
  return html`<div class="search" role="search">
    <input type="search" role="combobox" autocomplete="off" maxlength=${LONGEST} aria-label=${search.label} placeholder=${search.label}
      aria-expanded=${shown ? "true" : "false"} aria-controls=${list} aria-activedescendant=${shown && options.length ? `${list}-${at}` : undefined} value=${typed}
      onInput=${(/** @type {any} */ event) => (setTyped(event.target.value), setAt(0), setOpen(true))}
      onFocus=${() => setOpen(true)} onBlur=${() => setOpen(false)} onKeyDown=${press} />
    <ul id=${list} role="listbox" aria-label=${search.results} hidden=${!shown || options.length === 0}>
      ${options.map((option, index) => html`<li key=${option.path} id=${`${list}-${index}`} role="option" aria-selected=${index === at ? "true" : "false"}
        onMouseDown=${(/** @type {MouseEvent} */ event) => (event.preventDefault(), follow(option))}>${option.name} <span class="note">${option.note}</span></li>`)}
    </ul>
    ${shown && !waiting && options.length === 0 && html`<p class="nothing" role="status">${failure ? words().failures.INTERNAL : search.nothing}</p>`}
  </div>`;
}
