/** Finds a program of the machine that could print a PDF. Looks at files only and starts nothing. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

interface Program {
  /** As people call it. */
  readonly name: string;
  readonly commands: readonly string[];
  /** Inside a macOS applications folder. */
  readonly bundle: string;
}

const bundle = (name: string, command = name): string => `${name}.app/Contents/MacOS/${command}`;

// Browsers before the office suite: they print the HTML as it is meant.
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
  {
    name: "LibreOffice",
    commands: ["soffice", "libreoffice"],
    bundle: bundle("LibreOffice", "soffice"),
  },
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Missing, not ours to run, a folder in the way: it is no program for us, whatever the reason.
    return false;
  }
};

/** The folders of PATH. Relative and empty ones are left out: a file in the current folder is not the machine's program. */
const foldersOf = (path: string | undefined): readonly string[] =>
  (path ?? "").split(delimiter).filter((folder) => isAbsolute(folder));

/**
 * The name of the first program found ("Chromium"), along PATH and in the applications folders of
 * macOS, or nothing.
 */
export const findPdfEngine = (
  env: Readonly<Record<string, string | undefined>>,
  applications: readonly string[] = ["/Applications", join(env["HOME"] ?? "/", "Applications")],
): string | undefined => {
  const folders = foldersOf(env["PATH"]);
  return programs.find(({ commands, bundle: inside }) =>
    [
      ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
      ...applications.map((folder) => join(folder, inside)),
    ].some(isProgram),
  )?.name;
};
