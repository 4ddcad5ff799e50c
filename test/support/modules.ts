/** What the architecture test knows of a source file: its imports, strings and names, from its syntax tree. */
import { parseAst } from "vitest/node";

/** Source files by path from the project's root, with forward slashes: "src/domain/day.ts". */
export type SourceFiles = ReadonlyMap<string, string>;

export interface Import {
  /** Nothing when it is computed while the program runs. */
  readonly specifier: string | undefined;
  readonly kind: "value" | "type" | "dynamic" | "require";
  readonly line: number;
}

/** A string, the text of a template, `object.property`, or a member's name, and where it stands. */
export interface Found {
  readonly text: string;
  readonly line: number;
}

export interface Module {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly strings: readonly Found[];
  /** `process.exit`, `vi.mock`; only the last two names of a longer chain. */
  readonly accesses: readonly Found[];
  /** Names of members in object literals. */
  readonly members: readonly Found[];
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

const everyNode = (root: Node): readonly Node[] => {
  const found = [root];
  // Grows while it is walked.
  for (const node of found) found.push(...childrenOf(node));
  return found;
};

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === "Literal" && typeof node["value"] === "string"
    ? node["value"]
    : undefined;

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === "Identifier" ? String(node["name"]) : undefined;

/** `require(...)`, and what `createRequire` returns called on the spot. */
const isRequire = (call: Node): boolean => {
  const callee = call["callee"];
  if (nameOf(callee) !== undefined) return nameOf(callee) === "require";
  return isNode(callee) && nameOf(callee["callee"]) === "createRequire";
};

const importIn = (node: Node): Omit<Import, "line"> | undefined => {
  const typeOnly = node["importKind"] === "type" || node["exportKind"] === "type";
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return isNode(node["source"])
        ? { specifier: textOf(node["source"]), kind: typeOnly ? "type" : "value" }
        : undefined;
    case "TSImportType":
      return { specifier: textOf(node["source"]), kind: "type" };
    case "ImportExpression":
      return { specifier: textOf(node["source"]), kind: "dynamic" };
    case "CallExpression":
      return isRequire(node)
        ? { specifier: textOf((node["arguments"] as readonly unknown[])[0]), kind: "require" }
        : undefined;
    default:
      return undefined;
  }
};

const stringIn = (node: Node): string | undefined =>
  node.type === "TemplateElement" ? (node["value"] as { readonly raw: string }).raw : textOf(node);

const accessIn = (node: Node): string | undefined => {
  if (node.type !== "MemberExpression") return undefined;
  const object = node["object"];
  const left = nameOf(object) ?? (isNode(object) ? nameOf(object["property"]) : undefined);
  const right = nameOf(node["property"]) ?? textOf(node["property"]);
  return right === undefined ? undefined : `${left ?? ""}.${right}`;
};

const memberIn = (node: Node): string | undefined =>
  node.type === "Property" ? (nameOf(node["key"]) ?? textOf(node["key"])) : undefined;

/** Reads one file of TypeScript. Throws when it does not parse. */
export const moduleOf = (path: string, source: string): Module => {
  const lineOf = (node: Node): number => source.slice(0, node.start).split("\n").length;
  // oxlint-disable-next-line typescript/no-deprecated -- its successor is in a package below vitest
  const nodes = everyNode(parseAst(source, { lang: "ts" }) as unknown as Node);
  const find = (look: (node: Node) => string | undefined): readonly Found[] =>
    nodes.flatMap((node) => {
      const text = look(node);
      return text === undefined ? [] : [{ text, line: lineOf(node) }];
    });
  return {
    path,
    lines: source.replace(/\n$/u, "").split("\n").length,
    imports: nodes.flatMap((node) => {
      const found = importIn(node);
      return found === undefined ? [] : [{ ...found, line: lineOf(node) }];
    }),
    strings: find(stringIn),
    accesses: find(accessIn),
    members: find(memberIn),
  };
};
