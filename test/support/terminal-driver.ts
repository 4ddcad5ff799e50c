/**
 * A small program of its own process that asks one kind of question and prints the answer on
 * stdout as JSON, or writes a lot: what the tests of the terminal run, mostly in a pseudo-terminal.
 */
import { readdirSync } from "node:fs";
import { openTerminal } from "../../src/adapters/terminal/ask.ts";
import { createProgress } from "../../src/adapters/terminal/progress.ts";
import { createOutput } from "../../src/adapters/terminal/streams.ts";
import { Interrupted } from "../../src/domain/asking/ask.ts";
import type { Ask, Choice } from "../../src/domain/asking/ask.ts";

const choices: readonly Choice<string>[] = [
  { value: "sign", label: "Sign the letter" },
  { value: "refuse", label: "Refuse the work" },
  { value: "walkout", label: "Walk out" },
];

const openDescriptors = (): number => readdirSync("/dev/fd").length;

const questions: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  line: (ask) => ask.line({ message: "Name" }),
  offered: (ask) => ask.line({ message: "Team", offered: "cloud" }),
  checked: (ask) =>
    ask.line({
      message: "Handle",
      check: (answer) => /^[a-z]+$/u.test(answer) || "Small letters only.",
    }),
  secret: (ask) => ask.secret({ message: "Passphrase" }),
  "checked-secret": (ask) =>
    ask.secret({
      message: "Passphrase",
      check: (answer) => answer.length > 8 || "Nine characters or more.",
    }),
  yes: (ask) => ask.yes({ message: "Go on?", offered: false }),
  one: (ask) => ask.one({ message: "What first?", choices, offered: "refuse" }),
  "one-of-many": (ask) =>
    ask.one({
      message: "Which number?",
      choices: Array.from({ length: 100 }, (_, n) => ({ value: n, label: `number ${n}` })),
      offered: 70,
    }),
  search: (ask) =>
    ask.search({
      message: "Which number?",
      found: (typed, most) => {
        const all = Array.from({ length: 100 }, (_, n) => n).filter((n) =>
          String(n).includes(typed),
        );
        const choices = all.slice(0, most).map((n) => ({ value: n, label: `number ${n}` }));
        return { choices, more: all.length - choices.length };
      },
    }),
  several: (ask) => ask.several({ message: "What will they do?", choices, offered: ["sign"] }),
  "two-lines": async (ask) => {
    ask.say("Two questions follow.");
    return [await ask.line({ message: "First" }), await ask.line({ message: "Second" })];
  },
  leak: async (ask) => {
    await ask.line({ message: "First" });
    const before = openDescriptors();
    await ask.line({ message: "Second" });
    return { more: openDescriptors() - before, listeners: process.listenerCount("SIGTERM") };
  },
};

const askOne = async (kind: string, color: boolean): Promise<void> => {
  const opened = openTerminal({ instead: "--from FILE", color });
  if (!opened.ok) {
    process.stdout.write(`${JSON.stringify(opened.failure)}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const answer = await questions[kind]?.(opened.value);
    process.stdout.write(`answer=${JSON.stringify(answer)}\n`);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  }
};

/** Two megabytes, more than any pipe holds. */
const writeMuch = async (): Promise<void> => {
  const stdout = createOutput(process.stdout);
  const line = `${"x".repeat(1023)}\n`;
  for (let count = 0; count < 2048; count += 1) stdout.write(line);
  await stdout.flushed();
  const fault = stdout.fault();
  if (fault === undefined) return;
  process.stderr.write(`${fault.type}\n`);
  process.exitCode = 6;
};

/** Each look at the clock is a second later. */
const showProgress = async (): Promise<void> => {
  let seconds = 0;
  const progress = await createProgress(process.stderr, () => {
    seconds += 1;
    return seconds * 1000;
  });
  progress.start("Reading people", 200);
  for (let done = 0; done <= 200; done += 50) progress.step(done);
  // Forgets to stop, as a task that throws may.
};

const [kind = "", color = "plain"] = process.argv.slice(2);
if (kind === "write") await writeMuch();
else if (kind === "progress") await showProgress();
else await askOne(kind, color === "color");
