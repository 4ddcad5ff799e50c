/**
 * JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code
 * units, no white space, numbers and strings as ECMAScript writes them. What is hashed, signed or
 * put under a MAC is in this form, so that a file has one spelling and no room for a second one.
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** The canonical text. Throws on a number that JSON cannot carry and on a lone surrogate: both are bugs of the caller. */
export const canonicalJson = (value: Json): string => {
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError("a lone surrogate has no canonical form");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("JSON has no such number");
    return JSON.stringify(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(",")}]`;
  const object = value as { readonly [name: string]: Json | undefined };
  const members = Object.keys(object)
    // The default order of sort() is by UTF-16 code units, as RFC 8785 §3.2.3 asks.
    .toSorted()
    .flatMap((name) => {
      const member = object[name];
      return member === undefined ? [] : [`${canonicalJson(name)}:${canonicalJson(member)}`];
    });
  return `{${members.join(",")}}`;
};
