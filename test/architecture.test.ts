/** The layers of ARCHITECTURE.md, held over every file; and each rule seen to fail. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { architectureFaults } from "./support/architecture.ts";

const root = join(import.meta.dirname, "..");

const typescriptIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")]);

const faultsOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  architectureFaults(new Map(Object.entries(files)));

describe("the house", () => {
  it("has no fault", () => {
    const files = new Map([...typescriptIn("src"), ...typescriptIn("test")]);
    expect(files.size).toBeGreaterThan(50);
    expect(architectureFaults(files)).toEqual([]);
  });

  it("takes a small house in order", () => {
    expect(
      faultsOf({
        "src/main.ts": `import { run } from "./cli/run.ts";
          import type { Store } from "./adapters/vault/store.ts";
          import { argv } from "node:process";
          export const vault = async (): Promise<Store> => (await import("./adapters/vault/store.ts")).store;
          run(argv);`,
        "src/cli/run.ts": `import { Command } from "commander";
          import { record } from "../usecases/record.ts";
          import { name } from "../domain/name.ts";
          export const run = (_: unknown) => [Command, record, name];`,
        "src/usecases/record.ts": `export { name as record } from "../domain/name.ts";`,
        "src/domain/name.ts": `import * as v from "valibot"; export const name = v.string();`,
        "src/adapters/vault/store.ts": `import { createRequire } from "node:module";
          import type { name } from "../../domain/name.ts";
          export type Store = typeof name;
          const require = createRequire(import.meta.url);
          export const store = require(process.version === "" ? "better-sqlite3" : "x");`,
        "test/domain/name.test.ts": `import { it } from "vitest"; it("is a name", () => {});`,
      }),
    ).toEqual([]);
  });
});

describe("a fault of the house", () => {
  const vault = { "src/adapters/vault/store.ts": "export const store = 1;" };
  const system = { "src/adapters/system/clock.ts": "export const clock = 1;" };
  const domain = { "src/domain/name.ts": "export type Name = string;" };
  const usecase = { "src/usecases/record.ts": "export const record = 1;" };
  const command = { "src/cli/run.ts": "export const run = 1;" };

  it.each([
    [
      "the domain imports an adapter",
      { ...vault, "src/domain/a.ts": `import { store } from "../adapters/vault/store.ts";` },
      "src/domain/a.ts:1: imports src/adapters/vault/store.ts, and domain may not",
    ],
    [
      "the domain imports an adapter's type",
      { ...vault, "src/domain/a.ts": `\nimport type { S } from "../adapters/vault/store.ts";` },
      "src/domain/a.ts:2: imports src/adapters/vault/store.ts, and domain may not",
    ],
    [
      "the domain imports a use case's type inside a type",
      { ...usecase, "src/domain/a.ts": `export type A = import("../usecases/record.ts").R;` },
      "src/domain/a.ts:1: imports src/usecases/record.ts, and domain may not",
    ],
    [
      "the domain imports a package",
      { "src/domain/a.ts": `import chalk from "chalk";` },
      "src/domain/a.ts:1: imports chalk, which is at home in cli",
    ],
    [
      "the domain imports Node",
      { "src/domain/a.ts": `import { readFileSync } from "node:fs";` },
      "src/domain/a.ts:1: imports node:fs, and domain knows no machine",
    ],
    [
      "a use case imports a command",
      { ...command, "src/usecases/a.ts": `export * from "../cli/run.ts";` },
      "src/usecases/a.ts:1: imports src/cli/run.ts, and usecases may not",
    ],
    [
      "a use case imports valibot",
      { "src/usecases/a.ts": `import * as v from "valibot";` },
      "src/usecases/a.ts:1: imports valibot, which is at home in domain, adapters/vault, adapters/templates",
    ],
    [
      "an adapter imports another",
      { ...system, "src/adapters/vault/a.ts": `import { clock } from "../system/clock.ts";` },
      "src/adapters/vault/a.ts:1: imports src/adapters/system/clock.ts, and adapters/vault may not",
    ],
    [
      "an adapter imports a use case",
      { ...usecase, "src/adapters/vault/a.ts": `await import("../../usecases/record.ts");` },
      "src/adapters/vault/a.ts:1: imports src/usecases/record.ts, and adapters/vault may not",
    ],
    [
      "an adapter imports another one's library",
      { "src/adapters/system/a.ts": `await import("handlebars");` },
      "src/adapters/system/a.ts:1: imports handlebars, which is at home in adapters/templates",
    ],
    [
      "a package that nobody gave a home is imported",
      { "src/adapters/system/a.ts": `import x from "left-pad/index.js";` },
      "src/adapters/system/a.ts:1: imports left-pad/index.js, which is at home nowhere",
    ],
    [
      "a command imports an adapter when it runs",
      { ...vault, "src/cli/a.ts": `await import("../adapters/vault/store.ts");` },
      "src/cli/a.ts:1: imports src/adapters/vault/store.ts, and cli may not",
    ],
    [
      "a command imports what it computes",
      { "src/cli/a.ts": `const verb = "x"; await import("./" + verb);` },
      "src/cli/a.ts:1: imports what it computes",
    ],
    [
      "a command calls require",
      { "src/cli/a.ts": `require("chalk");` },
      "src/cli/a.ts:1: calls require(); only an adapter may, for its library",
    ],
    [
      "an adapter requires what it computes",
      { "src/adapters/system/a.ts": `require(process.argv[2]);` },
      "src/adapters/system/a.ts:1: imports what it computes",
    ],
    [
      "the vault requires a library of the terminal on the spot",
      { "src/adapters/vault/a.ts": `createRequire(import.meta.url)("cli-progress");` },
      "src/adapters/vault/a.ts:1: imports cli-progress, which is at home in adapters/terminal",
    ],
    [
      "main imports an adapter before it is needed",
      { ...vault, "src/main.ts": `import { store } from "./adapters/vault/store.ts";` },
      "src/main.ts:1: imports src/adapters/vault/store.ts before it is needed: use await import()",
    ],
    [
      "main imports a use case",
      { ...usecase, "src/main.ts": `import { record } from "./usecases/record.ts";` },
      "src/main.ts:1: imports src/usecases/record.ts, and main may not",
    ],
    [
      "anything opens the network",
      { "src/adapters/system/a.ts": `import { connect } from "node:net";` },
      "src/adapters/system/a.ts:1: imports node:net: no network, ever",
    ],
    [
      "Node is imported without its prefix",
      { "src/adapters/system/a.ts": `import { join } from "path";` },
      "src/adapters/system/a.ts:1: imports path without node:",
    ],
    [
      "an import leads nowhere",
      { "src/domain/a.ts": `import { b } from "./b.js";` },
      "src/domain/a.ts:1: imports ./b.js, which is no file of src",
    ],
    ["a file stands in no layer", { "src/a.ts": "" }, "src/a.ts: stands in no layer"],
    [
      "two files import each other's types",
      {
        "src/domain/a.ts": `import type { B } from "./b.ts"; export type A = B;`,
        "src/domain/b.ts": `import type { A } from "./a.ts"; export type B = A;`,
      },
      "circle: src/domain/a.ts -> src/domain/b.ts -> src/domain/a.ts",
    ],
    [
      "a file imports itself",
      { "src/domain/a.ts": `export * from "./a.ts";` },
      "circle: src/domain/a.ts -> src/domain/a.ts",
    ],
    [
      "a file is long",
      { ...domain, "test/long.test.ts": "\n".repeat(251) },
      "test/long.test.ts: 251 lines, 250 at most",
    ],
    [
      "a file is a drawer",
      { "src/domain/text-utils.ts": "" },
      "src/domain/text-utils.ts: a drawer, not a concept",
    ],
    [
      "a file leaves something to do",
      { "src/domain/a.ts": "// TO".concat("DO: later") },
      "src/domain/a.ts: leaves something to do",
    ],
    [
      "anything ends the process",
      { "test/a.test.ts": `process.exit(1);` },
      "test/a.test.ts:1: calls process.exit",
    ],
    [
      "a test mocks a module",
      { "test/a.test.ts": `vi.mock("../src/domain/day.ts");` },
      "test/a.test.ts:1: mocks a module: it needs a port",
    ],
    [
      "the vault attaches a database",
      { "src/adapters/vault/a.ts": "db.exec(`attach ${x} as copy`);" },
      `src/adapters/vault/a.ts:1: says "attach " to SQLite`,
    ],
    [
      "the vault samples its rows",
      { "src/adapters/vault/a.ts": `db.pragma("optimize");` },
      `src/adapters/vault/a.ts:1: says "optimize" to SQLite`,
    ],
    [
      "the vault puts a key into SQL text",
      { "src/adapters/vault/a.ts": `db.pragma("rekey='x'");` },
      `src/adapters/vault/a.ts:1: says "rekey='x'" to SQLite`,
    ],
    [
      "the vault hands out its pages",
      { "src/adapters/vault/a.ts": `db.serialize();` },
      "src/adapters/vault/a.ts:1: reaches for db.serialize",
    ],
    [
      "the vault prints its statements",
      { "src/adapters/vault/a.ts": `new Database(path, { verbose: console.log });` },
      "src/adapters/vault/a.ts:1: sets verbose, which prints every statement",
    ],
  ])("is that %s", (_, files, fault) => {
    expect(faultsOf(files)).toEqual([fault]);
  });
});
