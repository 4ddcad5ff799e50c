/**
 * What a DOCX file holds, read without its writer: parts by name, and a part as a tree. Knows of XML what the
 * parts use, and throws at anything else; that they are XML at all is for a parser of XML to say.
 */
import { strFromU8, unzipSync } from "fflate";

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Of the element itself, not of what is in it. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const resolved = (text: string): string =>
  text.replaceAll(/&([^;]*);?/gu, (_, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`&${name}; is not in this kind of XML`);
    return character;
  });

type Open = { name: string; attributes: Record<string, string>; children: Node[]; text: string };

const token = /<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|([^<]+)/uy;

export const treeOf = (xml: string): Node => {
  const source = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n/u, "");
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [top];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const [whole, close, name = "", attributes = "", empty, text] = token.exec(source) ?? [];
    const inner = open.at(-1);
    if (whole === undefined || inner === undefined) throw new Error(`no XML at ${at}`);
    if (text !== undefined) {
      inner.text += resolved(text);
    } else if (close === "/") {
      if (inner.name !== name) throw new Error(`${name} ends where ${inner.name} is open`);
      open.pop();
    } else {
      const node: Open = { name, attributes: {}, children: [], text: "" };
      for (const [, key = "", value = ""] of attributes.matchAll(/ ([\w:]+)="([^"]*)"/gu))
        node.attributes[key] = resolved(value);
      inner.children.push(node);
      if (empty !== "/") open.push(node);
    }
  }
  const [root, another] = top.children;
  if (root === undefined || another !== undefined || open.length !== 1)
    throw new Error("not one element");
  return root;
};

/** The parts in the order of the package. */
export const partsOf = (file: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([name, content]) => [name, strFromU8(content)]));

export const partOf = (file: Uint8Array, name: string): Node => {
  const xml = partsOf(file).get(name);
  if (xml === undefined) throw new Error(`no ${name}`);
  return treeOf(xml);
};

/** Every element of that name in it, in order. */
export const all = (node: Node, name: string): readonly Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => all(child, name)),
];

/** The direction marks around a name are no letters of it. */
export const textIn = (node: Node): string =>
  node.name === "w:br"
    ? "\n"
    : node.text.replaceAll(/[\u200E\u200F]/gu, "") + node.children.map(textIn).join("");

export const valueOf = (node: Node, name: string): string | undefined =>
  all(node, name)[0]?.attributes["w:val"];

/** Every paragraph of the letter: its style and its words. */
export const paragraphsOf = (
  file: Uint8Array,
): readonly (readonly [style: string, text: string])[] =>
  all(partOf(file, "word/document.xml"), "w:p").map((paragraph) => [
    valueOf(paragraph, "w:pStyle") ?? "Normal",
    textIn(paragraph),
  ]);
