// The frame of the page: what stays when the view changes.
import { Link, address, day } from "./address.js";
import { Fragment, html, signal, useEffect } from "./html.js";
import { choose, language, words } from "./language.js";
import { DayPicker } from "./parts/day_picker.js";
import { SearchBox } from "./parts/search_box.js";
import { CityView } from "./views/city.js";

// The first view comes with the page; the others are loaded when they are needed, or when nothing else is to be done.
// A slash stands for a view of all, without a code.
const LATER = {
  communities: () => import("./views/community.js"),
  compounds: () => import("./views/compound.js"),
  departments: () => import("./views/department.js"),
  "due/": () => import("./views/due.js"),
  issues: () => import("./views/issue.js"),
  leaders: () => import("./views/leader.js"),
  "issues/": () => import("./views/issues.js"),
};

/** @typedef {(given: { code: string }) => any} CodeView */
/** @typedef {keyof typeof LATER} Noun */

/** @type {import("./vendor/signals.js").Signal<Partial<Record<Noun, CodeView>>>} */
const loaded = signal({});

/** @param {Noun} noun */
async function load(noun) {
  const { View } = await LATER[noun]();
  loaded.value = { ...loaded.value, [noun]: View };
}

/** The view at an address. */
function View() {
  const [, noun = "", code = ""] = address.value.path.split("/");
  const view = code ? noun : `${noun}/`;
  const wanted = view in LATER ? /** @type {Noun} */ (view) : null;
  useEffect(() => {
    if (wanted) load(wanted);
  }, [wanted]);
  if (!wanted) return html`<${CityView} />`;
  const Loaded = loaded.value[wanted];
  return Loaded ? html`<${Loaded} key=${code} code=${code} />` : html`<p class="waiting" role="status">${words().loading}</p>`;
}

/** Loads the other views while nobody waits. */
function loadAhead() {
  const nouns = /** @type {Noun[]} */ (Object.keys(LATER));
  requestIdleCallback(() => nouns.forEach(load), { timeout: 5_000 });
}

function LanguageSwitch() {
  const { language: name, languageTitle } = words();
  const other = language.value === "EN" ? "ZH" : "EN";
  return html`<button type="button" class="quiet" lang=${other === "ZH" ? "zh-CN" : "en-GB"} title=${languageTitle}
    onClick=${() => choose(other)}>${name}</button>`;
}

/** The whole board. */
export function App() {
  const { board, skip, views } = words();
  const { path } = address.value;
  useEffect(() => {
    document.title = board;
  }, [board]);
  useEffect(loadAhead, []);
  return html`<${Fragment}>
    <a class="skip" href="#content">${skip}</a>
    <header class="frame">
      <p class="board">${board}</p>
      <nav aria-label=${board}>
        <${Link} to="/" current=${path === "/"}>${views.city}<//>
        <${Link} to="/due" current=${path === "/due"}>${views.due}<//>
        <${Link} to="/issues" current=${path === "/issues"}>${views.issues}<//>
      </nav>
      <${SearchBox} />
      <${DayPicker} day=${day.value} />
      <${LanguageSwitch} />
    </header>
    <main id="content" tabindex="-1"><${View} /></main>
  <//>`;
}
