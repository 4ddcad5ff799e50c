/**
 * WordprocessingML as text that is well formed by the way it is made: markup comes from `w` and
 * `element` alone, and every text goes through an escape. Children stand in the order they are given, which ECMA-376 sets.
 */
declare const markup: unique symbol;

export type Xml = string & { readonly [markup]: true };

type Attributes = Readonly<Record<string, string | number>>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What XML 1.0 (2.2) has no way to write, not even as a reference: U+FFFE is a character that a name may hold. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapeXml = (text: string): string =>
  text
    .replaceAll(unwritable, "\uFFFD")
    .replaceAll(/[&<>"]/gu, (character) => entities[character] ?? "");

export const text = (content: string): Xml => escapeXml(content) as Xml;

export const element = (
  name: string,
  attributes: Attributes = {},
  children: readonly Xml[] = [],
): Xml => {
  const opened = Object.entries(attributes).reduce(
    (tag, [key, value]) => `${tag} ${key}="${escapeXml(String(value))}"`,
    `<${name}`,
  );
  return (
    children.length === 0 ? `${opened}/>` : `${opened}>${children.join("")}</${name}>`
  ) as Xml;
};

/** An element of WordprocessingML whose attributes are of it too: `w("jc", { val: "right" })`. */
export const w = (name: string, attributes: Attributes = {}, children: readonly Xml[] = []): Xml =>
  element(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    children,
  );

/** The same, but nothing at all where it would have nothing in it. */
export const wrapper = (name: string, children: readonly Xml[]): readonly Xml[] =>
  children.length === 0 ? [] : [w(name, {}, children)];

const namespaces = { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" };

/** A whole part of the package in UTF-8, of any vocabulary. */
export const part = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** A whole part of WordprocessingML. */
export const wordPart = (name: string, children: readonly Xml[], others: Attributes = {}): string =>
  part(element(`w:${name}`, { ...namespaces, ...others }, children));
