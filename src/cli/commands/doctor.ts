/** `pledge doctor`: what is well, what is not, and the way out of it. */
import type { Finding } from "../../domain/vault/finding.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withUnlock } from "../unlock.ts";

/** A line of the report: the sign repeats what the words say. */
interface Line {
  readonly sign: "ok" | "bad" | "note";
  readonly text: string;
  readonly hint?: string;
}

const backAgain = 'bring it back from a backup: move the folder away, then "pledge restore FILE"';

const copyLine = (state: "good" | "renewed" | "bad"): Line => {
  switch (state) {
    case "good":
      return { sign: "ok", text: "vault.json has its copy" };
    case "renewed":
      return {
        sign: "note",
        text: "the copy of vault.json was missing or old; it has been made anew",
      };
    default:
      return {
        sign: "bad",
        text: "vault.json.bak, the copy of vault.json, is missing or old, and cannot be written",
        hint: "make room on the disk, or move away what is in its place, and run this again",
      };
  }
};

const lineOf = (finding: Finding): Line => {
  const good = finding.state === "good";
  switch (finding.check) {
    case "opens":
      return { sign: "ok", text: "the vault opens" };
    case "pages":
      return good
        ? { sign: "ok", text: "every page of the database is whole" }
        : { sign: "bad", text: "the database is damaged", hint: backAgain };
    case "references":
      return good
        ? { sign: "ok", text: "what belongs together is together" }
        : { sign: "bad", text: "some pledges belong to nobody", hint: backAgain };
    case "erasure":
      return good
        ? { sign: "ok", text: "nothing is left of who was forgotten" }
        : {
            sign: "bad",
            text: "traces of somebody who was forgotten may be left in the database",
            hint: "end every other pledge, make room on the disk, and run this again",
          };
    case "header-copy":
      return copyLine(finding.state);
    case "modes":
      return "paths" in finding
        ? {
            sign: "bad",
            text: `others on this machine may read ${finding.paths.join(", ")}`,
            hint: `make them yours alone: chmod go= ${finding.paths.join(" ")}`,
          }
        : { sign: "ok", text: "only you can read its files" };
    case "leftovers":
      return "paths" in finding
        ? {
            sign: "note",
            text: "a command that was killed left something behind, encrypted like the vault",
            hint: `if no other pledge is running, delete it: rm -r ${finding.paths.join(" ")}`,
          }
        : { sign: "ok", text: "no killed command left anything behind" };
    case "recovery":
      return good
        ? { sign: "ok", text: "there are recovery words" }
        : {
            sign: "note",
            text: "there are no recovery words: a lost passphrase is a lost vault",
            hint: 'write twenty-four on paper: "pledge recovery new"',
          };
    default:
      return finding satisfies never;
  }
};

const pdfLine = (engine: string | undefined): Line =>
  engine === undefined
    ? {
        sign: "note",
        text: "no browser was found that prints a PDF",
        hint: "write the letter as html, open it anywhere and print it",
      }
    : { sign: "ok", text: `${engine} can print a letter as PDF` };

const label = { ok: "ok  ", bad: "BAD ", note: "note" } as const;

export const doctor = (context: Context): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { world, talk, folder } = context;
    const examined = await vaults.examine(folder, unlock);
    if (!examined.ok) return talk.fail(examined.failure);
    const engine = (await world.printer()).find();
    const lines = [...examined.value.map(lineOf), pdfLine(engine)];
    const paint = { ok: talk.paint.good, bad: talk.paint.bad, note: talk.paint.strong };
    talk.answer(
      { v: 1, findings: [...examined.value, { check: "pdf", engine: engine ?? null }] },
      () =>
        lines
          .map(
            ({ sign, text, hint }) =>
              `${paint[sign](label[sign])} ${text}${hint === undefined ? "" : `\n     ${hint}`}`,
          )
          .join("\n"),
    );
    return lines.some(({ sign }) => sign === "bad") ? exitCodes.no : exitCodes.done;
  });
