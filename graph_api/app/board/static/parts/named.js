// Names that lead to the view of what they name.
import { Link } from "../address.js";
import { html } from "../html.js";

/**
 * @param {"communities" | "compounds" | "departments" | "leaders"} noun
 * @returns {(given: { of: { code: string, name: string } }) => unknown}
 */
const named = (noun) => ({ of: { code, name } }) => html`<${Link} to=${`/${noun}/${code}`}>${name}<//>`;

export const CommunityName = named("communities");
export const CompoundName = named("compounds");
export const DepartmentName = named("departments");
export const LeaderName = named("leaders");
