/**
 * Five projects: `unit` and `adapters` run in process, `e2e` spawns the built command line (`npm run build` first). `npm run test:faults` runs the others, which take
 * minutes and are no part of `npm test`: `faults` gives 24,000 changed files to the commands, and times what is hostile; `survival` kills the built
 * command line, fails its disk, damages its vault and looks for names in everything that it does.
 */
import { defineConfig } from "vitest/config";
import { FaultsReporter } from "./test/faults/faults-reporter.ts";
import { LeftOutReporter } from "./test/support/left-out-reporter.ts";

/** What they change of the process they change back, and some look at which modules are loaded: each file has a process of its own. */
const adapters = "test/adapters/**/*.test.ts";
const endToEnd = "test/e2e/**/*.test.ts";
const faults = "test/faults/**/*.test.ts";
const survival = "test/survival/**/*.test.ts";
/** Laws that `npm test` holds against some hundred worlds, and `npm run test:faults` against 2,000. */
const rogues =
  "test/domain/{tallies/{invention,vetoes},relay/bundle-laws,relay/kept-bundles}.test.ts";

export default defineConfig({
  test: {
    reporters: ["default", new LeftOutReporter(), new FaultsReporter()],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [adapters, endToEnd, faults, survival],
          // Nothing of theirs is kept in a module or in the process, so files share one: a third of the time went into loading the same modules.
          isolate: false,
          // Hang guards, not measurements: some tests derive keys, some spawn a terminal, and a committee is made of several vaults.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "adapters",
          include: [adapters],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "e2e",
          include: [endToEnd],
          // Hang guards too: a run of the command line takes half a second, most of
          // it the 256 MiB of the key derivation, and a machine may be ten times slower than ours.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each test keeps several processes and 256 MiB busy, so few run at once and none of them
          // beside the unit tests.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "faults",
          include: [faults, rogues],
          env: { PLEDGE_SIMULATIONS: "2000" },
          // A hang guard for thousands of cases; how long each of them takes is measured by itself.
          testTimeout: 900_000,
          hookTimeout: 60_000,
          // A process of its own for each file, whose memory is measured.
          pool: "forks",
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "survival",
          include: [survival],
          testTimeout: 900_000,
          hookTimeout: 180_000,
          // Each keeps several processes busy.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
