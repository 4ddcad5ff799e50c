/**
 * Puts the modules of `src` together for `dist`: Node takes half a millisecond for each file that it loads, and a letter
 * needs two hundred modules. Packages stay packages, and nothing is minified, so that what is installed can be read.
 * A command's own module stays a file of its own, loaded when it is called.
 */
import { defineConfig } from "rolldown";

/**
 * What many commands load in one go, the earlier first: each takes what it needs along, so that it imports none but those
 * before it. `main.ts` is in none of them: it awaits while it runs, and whatever imported it would wait for it for good.
 */
const together = [
  { name: "start", test: /src\/cli\/(?:run|program\/program)\.ts$/u },
  {
    // What a command needs before it has the key. What it needs afterwards is loaded while the key is derived.
    name: "command",
    test: /src\/(?:adapters\/(?:vault\/(?:vaults|store)|system\/(?:clock|files|places|randomness|hashes))|cli\/(?:unlock|talk|tell|write-output|program\/actions|render\/paint)|domain\/letters\/(?:demand-state|formats))\.ts$/u,
  },
  {
    name: "letters",
    test: /src\/(?:cli\/commands\/letter-written|adapters\/(?:templates\/templates|documents\/documents))\.ts$/u,
  },
  { name: "committee", test: /src\/(?:usecases|domain)\/(?:committee|tallies)\//u },
];

export default defineConfig({
  input: {
    main: "src/main.ts",
    // What a thread of its own runs.
    "reading-worker": "src/adapters/openpgp/reading-worker.ts",
  },
  platform: "node",
  external: /^[^./]/u,
  output: {
    dir: "dist",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    minifyInternalExports: false,
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: {
      groups: together.map((group, index) => ({ ...group, priority: together.length - index })),
    },
  },
  // Part of a module that others load at once loses nothing by being loaded with them.
  checks: { ineffectiveDynamicImport: false },
  onLog: (level, log) => {
    if (level === "warn") throw new Error(log.message);
  },
});
