import { join } from "node:path";
import { describe, expect, it } from "vitest";

import {
  carry,
  committeeOf,
  done,
  fingerprintOf,
  joiner,
  keyOf,
  masked,
  readAloud,
} from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { founder, stateOf } from "./inviting.ts";

describe("pledge invite", () => {
  it("compares each joiner's words, asks for teams, and says what goes to whom", async () => {
    const { rowan, heron, wren, files, output } = await founder();
    const [first, second] = [readAloud(await keyOf(heron)), readAloud(await keyOf(wren))];
    rowan.answers([first, first, second, second, ["cloud", "ads"], [], ["Ads"]]);
    const shown = await rowan.transcript("invite", ...files, "-o", output);
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge invite ~/heron.join ~/wren.join -o ~/committee.pledge
      Number 1 of the committee file, for 3 members:
        heron  Cloud, Ads
        rowan  you; Ads
        wren   no team

      Send committee.pledge to heron and wren, to be taken in with:
        pledge join committee.pledge

      Then each of them asks you for two of these words. Read them aloud only when you
      are asked, and only to somebody whose voice you know.
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      [exit 0]"
    `);
    expect(rowan.questions().map((one) => one.replace(/\d+/u, "N"))).toMatchInlineSnapshot(`
      [
        "Word N of heron's words?",
        "Word N of heron's words?",
        "Word N of wren's words?",
        "Word N of wren's words?",
        "Which teams does heron answer for?",
        "Which teams does wren answer for?",
        "Which teams do you answer for yourself?",
      ]
    `);
    const said = rowan.said().join("\n");
    expect(masked(said)).toMatchInlineSnapshot(`
      "Call each of them; never ask in a message. She reads two words to you from her own screen ("pledge key show").
      In the same call read her yours, to be written down: she will be asked for two.
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word"
    `);
    expect(await stateOf(rowan)).toEqual({ numbers: [{ number: 1, anchor: true }], key: true });
    const { words } = await keyOf(rowan);
    for (const [index, word] of words.entries()) {
      expect(shown).toContain(`${index + 1} ${word}`);
      expect(said).toContain(`${index + 1} ${word}`);
    }
    for (const world of [heron, wren])
      await done(
        world,
        "join",
        carry(rowan, world, "committee.pledge"),
        "--fingerprint",
        await fingerprintOf(rowan),
      );
  });

  it("is read in forty columns", async () => {
    const { rowan, files, output, known } = await founder({ columns: 40 });
    const turf = ["--turf", "heron=cloud,ads", "--turf", "wren=", "--turf", "rowan=ads"];
    const shown = await done(rowan, "invite", ...files, "-o", output, ...known, ...turf);
    expect(shown.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(masked(shown)).toMatchInlineSnapshot(`
      "Number 1 of the committee file, for 3
      members:
        heron  Cloud, Ads
        rowan  you; Ads
        wren   no team

      Send committee.pledge to heron and wren,
      to be taken in with:
        pledge join committee.pledge

      Then each of them asks you for two of
      these words. Read them aloud only when
      you are asked, and only to somebody
      whose voice you know.
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      "
    `);
  });

  it("takes fingerprints for words; without a terminal nobody has a team, which a note says", async () => {
    const { rowan, files, output, known } = await founder();
    const { stdout, stderr } = await rowan.pledge("invite", ...files, "-o", output, ...known);
    expect(stderr).toMatchInlineSnapshot(`
      "No team is noted for heron, wren and rowan, since there was nobody to ask;
      --turf HANDLE=TEAMS says it.
      "
    `);
    expect(stdout).toContain("heron  no team");
  });

  it("asks for no team where the campaign has none", async () => {
    const { rowan, files, output, known } = await founder({ teams: { teams: [] } });
    rowan.answers(["never asked"]);
    const { stderr } = await rowan.pledge("invite", ...files, "-o", output, ...known);
    expect({ stderr, questions: rowan.questions() }).toEqual({ stderr: "", questions: [] });
  });

  it("says in JSON who is in, under which number, and our own words", async () => {
    const { rowan, files, output, known } = await founder();
    const args = ["invite", ...files, "-o", output, ...known, "--turf", "wren=ads", "--json"];
    const answer = JSON.parse(await done(rowan, ...args)) as { readonly hash: string };
    const { fingerprint, words } = await keyOf(rowan);
    expect(answer).toMatchObject({
      v: 1,
      number: 1,
      members: [
        { handle: "heron", turf: [] },
        { handle: "rowan", fingerprint, turf: [] },
        { handle: "wren", turf: ["ads"] },
      ],
      words,
      file: output,
    });
    const shown = JSON.parse(await done(rowan, "committee", "show", "--json")) as object;
    expect(shown).toMatchObject({ hash: answer.hash, signers: ["rowan"], needs: 1 });
  });

  it("prints the file as armored text for -, never bytes", async () => {
    const { rowan, heron, files, known } = await founder();
    const { stdout } = await rowan.pledge("invite", ...files, "-o", "-", ...known);
    expect(stdout).toMatch(/^-----BEGIN PGP MESSAGE-----\n[\n -~]+-----END PGP MESSAGE-----\n$/u);
    await done(heron, "join", heron.file("c", stdout), "--fingerprint", await fingerprintOf(rowan));
  });

  it("makes the next number for those who come later, with the same file for all", async () => {
    const { rowan, heron } = (await committeeOf({
      founder: "rowan",
      joiners: ["heron"],
      turf: { heron: ["cloud"] },
    })) as Record<"rowan" | "heron", TestWorld>;
    const wren = await joiner("wren", { seed: 3 });
    const file = carry(wren, heron, "wren.join");
    const output = join(heron.folder, "second.pledge");
    const known = ["--fingerprint", await fingerprintOf(wren)];
    // Whoever is a member may invite, not the founder alone.
    const shown = await heron.transcript(
      "invite",
      file,
      "-o",
      output,
      ...known,
      "--turf",
      "wren=ads",
    );
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge invite ~/wren.join -o ~/second.pledge --fingerprint wren=<fingerprint> --turf wren=ads
      Number 2 of the committee file, for 3 members:
        heron  you; Cloud
        rowan  no team
        wren   Ads

      Send second.pledge to wren, to be taken in with:
        pledge join second.pledge
      The same file goes to rowan, to be taken in with:
        pledge merge second.pledge

      Then wren asks you for two of these words. Read them aloud only when you are
      asked, and only to somebody whose voice you know.
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      [exit 0]"
    `);
    const second = carry(heron, rowan, "second.pledge");
    expect(await done(rowan, "merge", second)).toMatch(/\n\nwren joined\.\n$/u);
    await done(
      wren,
      "join",
      carry(heron, wren, "second.pledge"),
      "--fingerprint",
      await fingerprintOf(heron),
    );
    expect(await stateOf(wren)).toEqual({ numbers: [{ number: 2, anchor: true }], key: true });
  });
});
