/** Start the editing page: a collection for each statement, and our own way of reading and writing files. */
import { fromFile, toFile } from "./keeping.mjs";

const { statements, collection, rest } = await (await fetch("config.json")).json();
const told = JSON.stringify(collection);
const each = statements.map((id) => JSON.parse(told.replaceAll("{statement}", id)));

window.CMS.registerCustomFormat("statements", "yml", { fromFile, toFile });
window.CMS.init({ config: { ...rest, collections: [...each, ...rest.collections] } });
