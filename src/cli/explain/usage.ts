import type { NoTerminal } from "../../domain/asking/ask.ts";
import type { UsageFailure } from "../failure.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { disk, locked, usage } = exitCodes;

export const explainUsage: Explainers<UsageFailure | NoTerminal> = {
  usage: ({ message, hint }) => ({
    message,
    ...(hint === undefined ? {} : { hint }),
    exitCode: usage,
  }),
  "confirmation-needed": () => ({
    message: "this needs a yes, and there is nobody to ask",
    hint: "say it beforehand with --yes",
    exitCode: usage,
  }),
  "session-inside": () => ({
    message: "you are in a shell of pledge already",
    hint: "type the next command",
    exitCode: exitCodes.usage,
  }),
  "json-unfit": () => ({
    message: "this is for a person at a terminal, and has no JSON",
    hint: "leave out --json; a single command takes it",
    exitCode: exitCodes.usage,
  }),
  "passphrase-needed": () => ({
    message: "the vault is locked, and there is no terminal to ask for the passphrase",
    hint: "give it with --passphrase-file PATH (a file only you can read) or --passphrase-fd N",
    exitCode: locked,
  }),
  "no-terminal": ({ instead }) => ({
    message: "this would ask a question, and there is no terminal to ask it on",
    hint: `use ${instead}`,
    exitCode: usage,
  }),
  "output-closed": () => ({
    message: "whatever read our output stopped before the end",
    hint: "run it again without the pipe to see everything; what the command did to the vault is done",
    exitCode: disk,
  }),
  "binary-to-terminal": ({ format }) => ({
    message: `a ${format} file is not for a terminal, which would take its bytes for orders`,
    hint: `write it to a file: -o letter.${format}`,
    exitCode: usage,
  }),
  "binary-in-json": ({ format }) => ({
    message: `a ${format} file cannot stand in the JSON on standard output`,
    hint: `write it to a file: -o letter.${format}`,
    exitCode: usage,
  }),
};
