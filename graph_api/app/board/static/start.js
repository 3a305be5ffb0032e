// Shows the board in the page.
import { App } from "./app.js";
import { html, render } from "./html.js";

render(html`<${App} />`, document.body);
