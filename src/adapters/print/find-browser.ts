/**
 * Finds a browser of the machine that prints a PDF. Looks at files only and starts nothing. Office programs are
 * left out: LibreOffice loses the columns and page numbers, and asks the network for what a page names (measured).
 */
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { basename, delimiter, isAbsolute, join } from "node:path";

interface Program {
  /** As people call it. */
  readonly name: string;
  readonly commands: readonly string[];
  /** Inside a macOS applications folder. */
  readonly bundle: string;
}

export interface Browser {
  /** As people call it: "Chromium". */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

const bundle = (name: string): string => `${name}.app/Contents/MacOS/${name}`;

const programs: readonly Program[] = [
  { name: "Chromium", commands: ["chromium", "chromium-browser"], bundle: bundle("Chromium") },
  {
    name: "Google Chrome",
    commands: ["google-chrome", "google-chrome-stable", "chrome"],
    bundle: bundle("Google Chrome"),
  },
  {
    name: "Microsoft Edge",
    commands: ["microsoft-edge", "microsoft-edge-stable"],
    bundle: bundle("Microsoft Edge"),
  },
  { name: "Brave", commands: ["brave-browser", "brave"], bundle: bundle("Brave Browser") },
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    // A snap has a temporary folder of its own: it would not see the letter, nor we its PDF.
    return statSync(path).isFile() && basename(realpathSync(path)) !== "snap";
  } catch {
    // Missing, not ours to run, a folder in the way: it is no program for us, whatever the reason.
    return false;
  }
};

/** The folders of PATH. Relative and empty ones are left out: a file in the current folder is not the machine's program. */
const foldersOf = (path: string | undefined): readonly string[] =>
  (path ?? "").split(delimiter).filter((folder) => isAbsolute(folder));

/** The first one found along PATH and in the applications folders of macOS, or nothing. */
export const findBrowser = (
  env: Readonly<Record<string, string | undefined>>,
  applications: readonly string[] = ["/Applications", join(env["HOME"] ?? "/", "Applications")],
): Browser | undefined => {
  const folders = foldersOf(env["PATH"]);
  for (const { name, commands, bundle: inside } of programs) {
    const path = [
      ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
      ...applications.map((folder) => join(folder, inside)),
    ].find(isProgram);
    if (path !== undefined) return { name, path };
  }
  return undefined;
};
