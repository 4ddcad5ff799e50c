/**
 * Loads handlebars at the first rendering, and makes its escape ours. `Utils.escapeExpression` is
 * shared by every instance that `Handlebars.create()` gives, so it is replaced for the whole
 * process; that is allowed because nothing else in this process uses handlebars.
 */
import { createRequire } from "node:module";
import type Handlebars from "handlebars";

import { asText } from "./escape.ts";

export type Library = typeof Handlebars;

let loaded: Library | undefined;

/**
 * The library with our escape in place. Only strings may be given to its `compile`: a parsed tree
 * would be turned into code as it is. Throws when the replacement did not take hold.
 */
export const library = (): Library => {
  if (loaded !== undefined) return loaded;
  const require = createRequire(import.meta.url);
  // The package's main module would also hook `require()` for .hbs files; this one does not.
  const handlebars = require("handlebars/dist/cjs/handlebars.js") as Library;
  (handlebars.Utils as { escapeExpression: (value: unknown) => string }).escapeExpression = asText;
  const probe = "[<'&\u0000>]";
  // A new instance, as every rendering has one.
  if (handlebars.create().compile("{{probe}}")({ probe }) !== asText(probe)) {
    throw new Error("handlebars did not take our escape");
  }
  loaded = handlebars;
  return handlebars;
};
