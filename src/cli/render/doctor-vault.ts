/** What `pledge doctor` found in the vault and its folder, in lines. */
import { showable } from "../../domain/text/clean.ts";
import { grouped } from "../../domain/text/words.ts";
import type { Finding } from "../../domain/vault/finding.ts";
import type { Line } from "./doctor.ts";

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

/** What was found in the vault and its folder, in words. */
export const vaultLine = (finding: Finding): Line => {
  const good = finding.state === "good";
  switch (finding.check) {
    case "opens":
      return good
        ? { sign: "ok", text: "the vault opens" }
        : {
            sign: "bad",
            text: "the database is damaged, or belongs to another vault.json",
            hint: backAgain,
          };
    case "pages":
      return good
        ? { sign: "ok", text: "every page of the database is whole" }
        : { sign: "bad", text: "the database is damaged", hint: backAgain };
    case "references":
      return good
        ? { sign: "ok", text: "what belongs together is together" }
        : { sign: "bad", text: "some pledges belong to nobody", hint: backAgain };
    case "rows":
      return good
        ? { sign: "ok", text: "nothing that was written last is missing" }
        : {
            sign: "bad",
            text: "what was written last is not all there: somebody put old pages of the database back, or another program wrote to it",
            hint: `ask who had the folder, and ${backAgain}`,
          };
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
            hint: "make them yours alone:",
            command: `chmod go= ${finding.paths.join(" ")}`,
          }
        : { sign: "ok", text: "only you can read its files" };
    case "owner":
      return "paths" in finding
        ? {
            sign: "bad",
            text: `another user of this machine owns ${finding.paths.map((path) => showable(path)).join(", ")}`,
            hint: 'whoever owns a file can read it: make a vault of your own from a backup: "pledge restore FILE --vault NEW"',
          }
        : { sign: "ok", text: "its files are yours" };
    case "leftovers":
      return "paths" in finding
        ? {
            sign: "note",
            text: "a command that was killed left something behind, encrypted like the vault",
            hint: "if no other pledge is running, delete it:",
            command: `rm -r ${finding.paths.join(" ")}`,
          }
        : { sign: "ok", text: "no killed command left anything behind" };
    case "recovery":
      return good
        ? { sign: "ok", text: "there is a way in without the passphrase: words, or shares" }
        : {
            sign: "note",
            text: "there are no recovery words: a lost passphrase is a lost vault",
            hint: 'write twenty-four on paper: "pledge recovery new"',
          };
    case "change":
      return {
        sign: "ok",
        text: `it stands at change ${grouped(finding.number)} (${finding.words}): to be noted elsewhere`,
      };
    default:
      return finding satisfies never;
  }
};
