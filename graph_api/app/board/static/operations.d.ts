import type { Operations } from "./types/operations.js";

/** The texts of all operations, by name. The server makes this module from `operations/`. */
declare const documents: Record<keyof Operations, string>;
export default documents;
