/**
 * Starts a browser that prints one page and ends. It gets a home, a profile and a temporary folder of its own
 * and nothing of ours; nothing that it does goes to the network; and it never outlives the call.
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Env = Readonly<Record<string, string | undefined>>;

export interface Job {
  /** The browser. */
  readonly program: string;
  /** Everything is in there; nobody else may read it. */
  readonly folder: string;
  /** Paths of the page and of the PDF. */
  readonly html: string;
  readonly pdf: string;
  /** Of which PATH and LANG are handed on. */
  readonly env: Env;
  /** In milliseconds. */
  readonly patience: number;
}

const profileIn = (folder: string): string => join(folder, "profile");

const argumentsOf = (job: Job): readonly string[] => [
  "--headless",
  "--disable-gpu",
  // No name for any host but this: not for an address in the page, not for the browser's own errands.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync",
  "--disable-breakpad",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  // Else macOS asks for the keychain, and other desktops for theirs.
  "--use-mock-keychain",
  "--password-store=basic",
  // Stands in the PDF as its creator until that is taken out.
  "--user-agent=pledge",
  // The sandbox of the browser does not work for root, and it then refuses to start. Nobody else does without.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  `--user-data-dir=${profileIn(job.folder)}`,
  "--no-pdf-header-footer",
  `--print-to-pdf=${job.pdf}`,
  pathToFileURL(job.html).href,
];

const environmentOf = ({ folder, env }: Job): NodeJS.ProcessEnv => {
  const { PATH, LANG } = env;
  return {
    HOME: folder,
    TMPDIR: folder,
    ...(PATH === undefined ? {} : { PATH }),
    ...(LANG === undefined ? {} : { LANG }),
  };
};

export interface Run {
  readonly ended: Promise<"done" | "stopped" | "too-long">;
  /** Ends the browser and all that it started, at once. */
  readonly kill: () => void;
}

/** Else the browser asks two name servers, past all rules, whether it is offline when a page is not found (measured). */
const preferences = JSON.stringify({ alternate_error_pages: { enabled: false } });

/** The profile of a browser that was never used. Throws what the operating system throws. */
export const writeProfile = (folder: string): void => {
  const profile = join(profileIn(folder), "Default");
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  writeFileSync(join(profile, "Preferences"), preferences, { mode: 0o600 });
};

/** Wants the profile to be there. Never rejects: a program that cannot be started has stopped. */
export const runBrowser = (job: Job): Run => {
  // A group of its own, so that one signal reaches all of its processes, and Ctrl-C only us, who then end them.
  const child = spawn(job.program, argumentsOf(job), {
    cwd: job.folder,
    env: environmentOf(job),
    stdio: "ignore",
    detached: true,
  });
  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // None of them is left.
    }
  };
  let late = false;
  const alarm = setTimeout(() => {
    late = true;
    kill();
  }, job.patience);
  const ended = new Promise<"done" | "stopped" | "too-long">((settle) => {
    child.on("error", () => settle("stopped"));
    child.on("exit", (code) => {
      if (late) settle("too-long");
      else settle(code === 0 ? "done" : "stopped");
    });
  }).finally(() => clearTimeout(alarm));
  return { ended, kill };
};
