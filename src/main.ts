/**
 * The composition root: builds the world from the real process, runs the command line, sets the
 * exit code. The only importer of adapters.
 */
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";

import type { Surface, World } from "./cli/world.ts";

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

// Before any file is made: whatever we write is for its owner alone.
process.umask(0o077);

/** What nearly every command needs, loaded side by side. */
const loadParts = () =>
  Promise.all([
    import("./adapters/system/clock.ts"),
    import("./adapters/system/files.ts"),
    import("./adapters/system/places.ts"),
    import("./adapters/system/randomness.ts"),
    import("./adapters/system/hashes.ts"),
    import("./adapters/vault/vaults.ts"),
    import("./adapters/machine/core-dumps.ts"),
  ]);

const argv = process.argv.slice(2);
// Where a command is named, its parts are loaded beside the parser of the command line, not after it.
const early = argv.some((word) => !word.startsWith("-")) ? loadParts() : undefined;

const [{ openOutput }, { run }] = await Promise.all([
  import("./adapters/terminal/streams.ts"),
  import("./cli/run.ts"),
]);
const stdout = openOutput(1, () => process.stdout);
// Opened when something is said there: help says nothing.
let opened: ReturnType<typeof openOutput> | undefined;
const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, "utf8")) as {
  readonly version: string;
};
const surface: Surface = {
  stdout,
  get stderr() {
    opened ??= openOutput(2, () => process.stderr);
    return opened;
  },
  version,
};

/** Installed, the command is a link called `pledge`; from a clone it is a file that node is given. */
const invocation = (): string => {
  const called = process.argv[1] ?? "";
  return basename(called) === "pledge" ? "pledge" : `node ${relative(process.cwd(), called)}`;
};

const loadWorld = async (): Promise<World> => {
  const [clock, files, places, randomness, hash, door, cores] = await (early ?? loadParts());
  return {
    ...surface,
    env: process.env,
    invocation: invocation(),
    defaultVault: places.defaultVault(process.env, process.platform),
    clock: clock.createClock(),
    random: randomness.createRandomness(),
    hashes: hash.hashes,
    files: files.createFiles(() => process.stdin),
    json: async () => (await import("./adapters/system/strict-json.ts")).createStrictJson(),
    ask: async (instead, color = true, idle?) => {
      const { openTerminal } = await import("./adapters/terminal/ask.ts");
      return openTerminal({ instead, color, idle });
    },
    pager: async () => (await import("./adapters/terminal/pager.ts")).openPager(process.env),
    ownScreen: async (idle) =>
      (await import("./adapters/terminal/own-screen.ts")).openOwnScreen(process.env, idle),
    openpgp: async () => (await import("./adapters/openpgp/openpgp.ts")).createOpenPgp(),
    readAhead: async (count) =>
      (await import("./adapters/openpgp/read-ahead.ts")).createReadAhead(count),
    progress: async () =>
      (await import("./adapters/terminal/progress.ts")).createProgress(process.stderr),
    textWidth: async (texts) =>
      (await import("./adapters/terminal/text-width.ts")).loadTextWidth(texts),
    vaults: async () => {
      // Before there is a passphrase in memory.
      cores.forbidCoreDumps(process.platform);
      return door.createVaults();
    },
    machine: async () => {
      const { createMachine } = await import("./adapters/machine/machine.ts");
      const { homedir, tmpdir } = await import("node:os");
      return createMachine({
        env: process.env,
        platform: process.platform,
        home: homedir(),
        cwd: process.cwd(),
        temporary: tmpdir(),
      });
    },
    addressBooks: async () =>
      (await import("./adapters/address-books/address-books.ts")).createAddressBooks(),
    addressBookWriter: async () =>
      (await import("./adapters/address-books/address-books.ts")).createAddressBookWriter(),
    alike: async () => (await import("./adapters/alike/alike.ts")).alike,
    templates: async () =>
      (await import("./adapters/templates/templates.ts")).createTemplates(packageRoot),
    documents: async () => (await import("./adapters/documents/documents.ts")).createDocuments(),
    mails: async () => (await import("./adapters/mail/mails.ts")).createMails(),
    printer: async () => {
      const { whenLeaving } = await import("./adapters/system/leaving.ts");
      const { createPrinter } = await import("./adapters/print/printer.ts");
      return createPrinter({ env: process.env, whenLeaving });
    },
    stage: async () =>
      (await import("./adapters/system/stage.ts")).createStage({
        packageRoot,
        cliPath: `${packageRoot}bin/pledge.js`,
        cwd: process.cwd(),
      }),
  };
};

const exitCode = await run(argv, surface, loadWorld);
await Promise.all([stdout.flushed(), opened?.flushed()]);
const fault = stdout.fault();
if (fault === undefined || exitCode !== 0) {
  // Never process.exit: on a pipe it cuts what is written at 64 KiB.
  process.exitCode = exitCode;
} else {
  const { printFailure } = await import("./cli/talk.ts");
  const { outputFailure } = await import("./cli/output-failure.ts");
  process.exitCode = await printFailure(surface, argv.includes("--json"), outputFailure(fault));
}
