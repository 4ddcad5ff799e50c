/** An audit at the terminal: the call of the auditors, the organizer's answers, the codes. Sample people. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryDraws, carryOpening, codes, draw, open, plan, sendTally, stage } from "./auditing.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(plan, async (worlds) =>
  sendTally((handle) => worlds[handle] as TestWorld, 12),
);

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;
beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Words differ from run to run with the keys; so do ids, and which lines are drawn. */
const hidden = (text: string, words: readonly string[]): string =>
  words.reduce((shownText, one) => shownText.replaceAll(one, "<words>"), masked(text));

describe("an audit at the terminal", () => {
  it("is a call: the round, the promises, the words, the draw", async () => {
    const own = await stage(rowan);
    const theirs = await stage(wren);
    const { words } = await stage(wren, "--promise", `rowan=${own.promise}`);
    rowan.answers([true, ["wren"], theirs.promise, "able able able able able able", words ?? ""]);
    const said = await rowan.transcript(
      "tally",
      "audit",
      "draw",
      "-o",
      join(rowan.folder, "r.audit"),
    );
    expect(said).toBe(
      [
        "$ pledge tally audit draw -o ~/r.audit",
        "Drawn by rowan (you) and wren:",
        "  heron: 10 of 12 lines",
        "! Send the file to heron; the other auditors send theirs, and one alone opens",
        '! nothing. What comes back takes "pledge tally audit check FILE".',
        "[exit 0]",
      ].join("\n"),
    );
    expect(rowan.questions()).toEqual([
      "Do the others see the same four words?",
      "Who audits with you, in this call?",
      "The promise of wren, six words?",
      "The words of wren, six words?",
      "The words of wren, six words?",
    ]);
    const promise = own.promise.split(" ");
    const ours = (await stage(rowan, "-o", join(rowan.folder, "r.audit"), "--force")).words ?? "";
    const parts = [own.round.words.join(" "), ours].flatMap((text) => {
      const all = text.split(" ");
      return all.length === 4 ? [text] : [all.slice(0, 3).join(" "), all.slice(3).join(" ")];
    });
    expect(
      hidden(rowan.said().join("\n---\n"), [
        ...parts,
        promise.slice(0, 3).join(" "),
        promise.slice(3).join(" "),
      ]),
    ).toMatchInlineSnapshot(`
      "The round, by number 1 of the committee file:
        heron: number 1, 12 lines to draw from
      Words of the round: <words>
      ---
      First the promises, before anybody says her words: so nobody can choose hers to
      go with another's.
      Your promise, to be read aloud now:
        <words>
        <words>
      ---
      Once wren has your promise, too, read your words aloud:
        <words>
        <words>
      ---
      These are not the words that wren promised. Perhaps one was misheard: once more."
    `);
  });

  it("stops where the others see other words", async () => {
    rowan.answers([false]);
    const { exitCode, stdout, stderr } = await rowan.pledge("tally", "audit", "draw");
    expect([exitCode, stdout, flat(stderr)]).toEqual([
      1,
      "",
      'Then you do not hold the same tallies. Give each other what you have ("pledge exchange" or "pledge merge"), and begin again with --new.',
    ]);
  });

  it("names each person who was drawn, and writes what the organizer says", async () => {
    await draw(member);
    const files = carryDraws(member);
    const yes = "yes, she agrees";
    heron.answers([yes, "signal +15550100", yes, "", "no, she would rather not"]);
    heron.answers(Array.from({ length: 7 }, () => "not asked yet"));
    heron.answers([true]);
    const file = join(heron.folder, "heron.opening");
    expect(await heron.transcript("tally", "audit", "open", ...files, "-o", file)).toBe(
      [
        "$ pledge tally audit open ~/rowan.audit ~/wren.audit -o ~/heron.opening",
        '~/heron.opening: 2 of 10 opened, for rowan and wren alone. They take it in with "pledge tally audit check FILE".',
        "[exit 0]",
      ].join("\n"),
    );
    const questions = heron.questions();
    expect(questions[0]).toMatch(/^Sample Name \d+ \(sign\): may rowan and wren ask her\?$/u);
    expect(questions.at(-1)).toMatch(
      /^rowan and wren will read 2 names: Sample Name \d+ and Sample Name \d+\. Write the file\?$/u,
    );
    expect(heron.said().join("\n")).toMatchInlineSnapshot(`
      "rowan and wren drew 10 of 12 lines of your tally number 1, by lot. More than 10
      nobody can ask of you by number 1 of the committee file.
      Of each person to whom you say yes they will read the name, and which line of
      your tally is hers: what she pledged. She will be asked for her code. Speak with
      each of them first: a no is a no, and nobody has to say why."
    `);
  });

  it("asks the auditor for each code, and takes none but the one of the line", async () => {
    await draw(member);
    const { lines } = await open(member, { 0: "yes", 1: "yes" });
    const known = await codes(member);
    const [first, second] = lines.map(({ id }) => known.get(id) ?? "");
    const file = carryOpening(member, "rowan");
    rowan.answers([
      "no code at all",
      second ?? "",
      first ?? "",
      ...Array.from({ length: 9 }, () => ""),
    ]);
    expect(await rowan.transcript("tally", "audit", "check", file)).toBe(
      [
        "$ pledge tally audit check ~/heron.opening",
        "heron: 1 of 10 shown, 9 opened without a code.",
        "! A line that is not shown proves nothing by itself: people say no, and people",
        "! leave. Talk with the organizer first.",
        "[exit 0]",
      ].join("\n"),
    );
    expect(rowan.said().slice(-2)).toEqual([
      "That is no code: four groups of four letters and digits. Enter leaves it for later.",
      "A code, but not the one of this line. Enter leaves it for later.",
    ]);
    // The rest another day: what was shown is not asked again.
    const questions = rowan.questions().length;
    rowan.answers(lines.slice(1).map(({ id }) => known.get(id) ?? ""));
    expect(await done(rowan, "tally", "audit", "check", file)).toBe("heron: 10 of 10 shown.\n");
    expect(rowan.questions()).toHaveLength(questions + 9);
  });
});
