/** `pledge tally audit`: two or more members look whether there is a person behind the lines of another's tally. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";
import { collect } from "./collect.ts";
import { output } from "./output-option.ts";

export const addAudit = (audit: Command, { bind }: Actions): void => {
  audit
    .helpCommand(false)
    .summary("Draws lines by lot, against people who are invented.")
    .description(
      "An audit against invented people. Two members or more draw up to ten lines of each tally by lot; each organizer asks those people, and opens the lines of whoever agrees; the auditors ask each of them for her pledge code.",
    );
  bind(
    audit
      .command("draw")
      .summary("Draws lines by lot, together with another auditor.")
      .description(
        "Draws up to ten lines of each tally, with the words that you and at least one other auditor say to each other: best in one call, each at her own screen. Without a terminal it goes step by step: first your promise, then your words, then the draw.",
      )
      .option(...output)
      .option("--new", "begin a new round, in the place of the last one", false)
      .option("--without <handle>", "leave this member's tally out; may be repeated", collect)
      .option("--promise <handle=words>", "another auditor's promise; may be repeated", collect)
      .option("--word <handle=words>", "another auditor's six words; may be repeated", collect)
      .option("--force", "write over a file that is there", false),
    [
      "pledge tally audit draw -o rowan.audit",
      'pledge tally audit draw --promise wren="six words that wren reads aloud"',
      'pledge tally audit draw --word wren="six other words" -o rowan.audit',
    ],
    async () => (await import("../commands/tally-audit-draw.ts")).tallyAuditDraw,
  );
  bind(
    audit
      .command("open <files...>")
      .summary("Opens lines of yours that were drawn, person by person.")
      .description(
        "Says who of yours was drawn, and opens the lines of those who agree, to the auditors alone. Ask each person first. It takes the files of two auditors, and no more than one draw for each number of the committee file.",
      )
      .option(...output)
      .option("--from <file>", "take the answers from a JSON file; - is standard input")
      .option("--show", "say who was drawn, and write nothing", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge tally audit open rowan.audit wren.audit --show",
      "pledge tally audit open rowan.audit wren.audit -o heron.opening",
    ],
    async () => (await import("../commands/tally-audit-open.ts")).tallyAuditOpen,
  );
  bind(
    audit
      .command("check <file>")
      .summary("Checks what an organizer opened, and the codes.")
      .description(
        "Checks that what an organizer opened is what the tally was made with, and asks for the codes that people gave you. A line counts as shown only with its code. Names and codes are not kept.",
      )
      .option("--from <file>", "take the codes from a JSON file; - is standard input")
      .option("--show", "say whom to ask, and ask for no code", false),
    ["pledge tally audit check heron.opening --show", "pledge tally audit check heron.opening"],
    async () => (await import("../commands/tally-audit-check.ts")).tallyAuditCheck,
  );
};
