/** A whole pledge in one process: the real adapters on a scratch folder, a fixed day, seeded randomness, a scripted terminal. */
import { createReadAhead } from "../../src/adapters/openpgp/read-ahead.ts";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll } from "vitest";

import { createFiles } from "../../src/adapters/system/files.ts";
import { hashes } from "../../src/adapters/system/hashes.ts";
import { createStrictJson } from "../../src/adapters/system/strict-json.ts";
import { loadTextWidth } from "../../src/adapters/terminal/text-width.ts";
import { createVaults } from "../../src/adapters/vault/vaults.ts";
import { run } from "../../src/cli/run.ts";
import type { World } from "../../src/cli/world.ts";
import type { Pager } from "../../src/domain/asking/pager.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Machine } from "../../src/domain/machine/machine.ts";
import type { Printer, Templates } from "../../src/domain/letters/ports.ts";
import type { Vault, Vaults } from "../../src/domain/vault/vault.ts";
import { fail, ok } from "../../src/domain/result.ts";
import { fastDerive } from "./fast-derive.ts";
import { packageRoot, passphrase, sampleCampaign } from "./sample.ts";
import { createScriptedTerminal, watched } from "./scripted-terminal.ts";
import type { Answer } from "./scripted-terminal.ts";
import { seededRandomness } from "./seeded-randomness.ts";

export { passphrase, sampleCampaign } from "./sample.ts";

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TestWorld {
  /** The scratch folder, gone after the test file. */
  readonly folder: string;
  readonly vaultFolder: string;
  readonly pledge: (...args: readonly string[]) => Promise<Ran>;
  /** The command, what it printed and its exit code, as one text for an inline snapshot. */
  readonly transcript: (...args: readonly string[]) => Promise<string>;
  /** Queues answers for the terminal; without any there is no terminal. */
  readonly answers: (answers: readonly Answer[]) => void;
  /** The messages of the questions asked so far. */
  readonly questions: () => readonly string[];
  /** What the terminal was told besides questions, refused answers included. */
  readonly said: () => readonly string[];
  /** The labels of the choices that were offered so far. */
  readonly offered: () => readonly string[];
  readonly file: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  /** Makes a vault from the sample campaign, changed by `overrides`. */
  readonly init: (overrides?: object) => Promise<void>;
  /** What comes on standard input in the next command. */
  readonly stdin: (text: string) => void;
  readonly today: (day: string) => void;
  readonly env: Record<string, string | undefined>;
  /** The same world with other templates than the package's. */
  readonly withTemplates: (templates: Templates) => TestWorld;
  /** The same world with another printer than one that gives the page back, as "Chromium". */
  readonly withPrinter: (printer: Printer) => TestWorld;
  /** The same world on another machine than one where nothing is wrong. */
  readonly withMachine: (machine: Partial<Machine>) => TestWorld;
  /** Whether standard output of the next commands is a terminal, of how many rows, and what shows texts there that are longer or do not stay. */
  readonly onTerminal: (terminal: boolean, rows?: number, pager?: Pager) => void;
  /** The open vault, to look into or to prepare it; closed afterwards. */
  readonly inVault: <T>(look: (vault: Vault) => T | Promise<T>) => Promise<T>;
}

const scratchFolders: string[] = [];

afterAll(() => {
  for (const folder of scratchFolders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
  readonly version: string;
};

const buffer = (): { readonly text: string[]; readonly output: World["stdout"] } => {
  const text: string[] = [];
  // Bytes as one character each.
  const write = (more: string | Uint8Array): unknown =>
    text.push(typeof more === "string" ? more : Buffer.from(more).toString("latin1"));
  return { text, output: { write, isTerminal: false, columns: 80 } };
};

export const testWorld = async (
  settings: {
    readonly today?: string;
    readonly seed?: number;
    readonly columns?: number;
    /** How long a second writer waits for the first, in milliseconds. */
    readonly patience?: number;
  } = {},
): Promise<TestWorld> => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-test-"));
  scratchFolders.push(folder);
  const vaultFolder = join(folder, "vault");
  const terminal = createScriptedTerminal();
  const random = seededRandomness(settings.seed ?? 1);
  const vaults: Vaults = {
    ...createVaults(fastDerive, settings.patience),
    // Its lists take longer to load than all else that a test does; test/adapters/vault/passphrase-strength.test.ts has the real one.
    strengthOf: async (typed) => ([...typed].length < 12 ? 5 : 20),
  };
  let today = (settings.today ?? "2026-11-22") as Day;
  let input = "";
  let otherTemplates: Templates | undefined;
  let isTerminal = false;
  let rows: number | undefined;
  let pager: Pager | undefined;
  let printer: Printer = {
    find: () => "Chromium",
    print: async ({ html, paper }) => ok(Buffer.from(`${paper}\n${html}`)),
  };
  let machine: Machine = {
    swap: () => ({ state: "none" }),
    coreDumps: () => "off",
    agents: () => [],
    histories: () => [],
    lists: () => [],
  };
  const env: Record<string, string | undefined> = {};
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const passphraseFile = file("passphrase", `${passphrase}\n`);

  const pledge = async (...args: readonly string[]): Promise<Ran> => {
    const [stdout, stderr] = [buffer(), buffer()];
    const world: World = {
      stdout: { ...stdout.output, isTerminal, columns: settings.columns ?? 80, rows },
      stderr: stderr.output,
      version,
      env,
      invocation: "pledge",
      defaultVault: vaultFolder,
      clock: { today: () => today, universalDay: () => today },
      random,
      hashes,
      readAhead: async (count) => createReadAhead(count),
      openpgp: async () =>
        (await import("../../src/adapters/openpgp/openpgp.ts")).createOpenPgp(
          // The last second of the day: a key that another program made today is made by then.
          () => new Date(`${today}T23:59:59Z`),
        ),
      files: createFiles(() => Readable.from([Buffer.from(input, "utf8")])),
      json: async () => createStrictJson(),
      ask: async (instead, _color, idle) =>
        terminal.waiting() > 0
          ? ok(watched(terminal, idle))
          : fail({ type: "no-terminal" as const, instead }),
      pager: async () => pager,
      ownScreen: async () => pager,
      progress: async () => ({ start: () => {}, step: () => {}, stop: () => {} }),
      textWidth: loadTextWidth,
      vaults: async () => vaults,
      addressBooks: async () =>
        (await import("../../src/adapters/address-books/address-books.ts")).createAddressBooks(),
      addressBookWriter: async () =>
        (
          await import("../../src/adapters/address-books/address-books.ts")
        ).createAddressBookWriter(),
      alike: async () => (await import("../../src/adapters/alike/alike.ts")).alike,
      templates: async () =>
        otherTemplates ??
        (await import("../../src/adapters/templates/templates.ts")).createTemplates(packageRoot),
      documents: async () =>
        (await import("../../src/adapters/documents/documents.ts")).createDocuments(),
      printer: async () => printer,
      mails: async () => (await import("../../src/adapters/mail/mails.ts")).createMails(),
      machine: async () => machine,
      stage: async () => {
        throw new Error("the stage is for real processes");
      },
    };
    const locked = args.includes("--passphrase-file") || args.includes("--passphrase-fd");
    const unlocking = locked ? [] : ["--passphrase-file", passphraseFile];
    const exitCode = await run([...unlocking, ...args], world, async () => world);
    input = "";
    return { exitCode, stdout: stdout.text.join(""), stderr: stderr.text.join("") };
  };

  const testing: TestWorld = {
    folder,
    vaultFolder,
    withTemplates: (templates) => {
      otherTemplates = templates;
      return testing;
    },
    withPrinter: (other) => {
      printer = other;
      return testing;
    },
    withMachine: (other) => {
      machine = { ...machine, ...other };
      return testing;
    },
    onTerminal: (terminal, ...more) => {
      isTerminal = terminal;
      [rows, pager] = more;
    },
    env,
    pledge,
    file,
    read: (name) => readFileSync(join(folder, name), "utf8"),
    answers: (answers) => terminal.queue(answers),
    questions: () => terminal.asked,
    said: () => terminal.said,
    offered: () => terminal.offered,
    stdin: (text) => {
      input = text;
    },
    today: (day) => {
      today = day as Day;
    },
    transcript: async (...args) => {
      const { exitCode, stdout, stderr } = await pledge(...args);
      const shown = (text: string): string => text.replaceAll(folder, "~");
      const errors = shown(stderr).replaceAll(/^(?=.)/gmu, "! ");
      return `$ pledge ${shown(args.join(" "))}\n${shown(stdout)}${errors}[exit ${exitCode}]`;
    },
    init: async (overrides = {}) => {
      const campaign = file("campaign.json", JSON.stringify({ ...sampleCampaign, ...overrides }));
      const { exitCode, stderr } = await pledge("init", "--from", campaign);
      if (exitCode !== 0) throw new Error(stderr);
    },
    inVault: async (look) => {
      const opened = await vaults.open(vaultFolder, { by: "passphrase", passphrase });
      if (!opened.ok) throw new Error(opened.failure.type);
      try {
        return await look(opened.value);
      } finally {
        opened.value.close();
      }
    },
  };
  return testing;
};
