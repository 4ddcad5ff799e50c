/**
 * The order of names in a letter: that of its language, as its dictionaries and directories have
 * it. `Intl` belongs to the language we write in and not to the machine, so the domain may use it.
 */
import type { Collate } from "./signatories.ts";

/** The collation of a BCP 47 language: "en". Throws on a tag that is malformed. */
export const collationOf = (language: string): Collate =>
  new Intl.Collator(language, { usage: "sort" }).compare;
