/** A letter on its way out: what a member signs, and what she does not. All people are made up. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import { at, attested, attesting } from "./attesting.ts";
import { named, several, signWith } from "./signing-world.ts";

const { worldOf, together } = attesting();

const changed = async (change: (letter: string) => string): Promise<string> => {
  const rowan = await together();
  const path = at(rowan, "letter.md");
  const letter = readFileSync(path, "utf8");
  const other = change(letter);
  expect(other).not.toBe(letter);
  writeFileSync(path, other);
  const before = readdirSync(rowan.folder);
  const shown = await rowan.transcript("letter", "attest", "first", path);
  expect(readdirSync(rowan.folder)).toEqual(before);
  return shown.split("\n").slice(1).join("\n");
};

const plain = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{16}\b/gu, "(16 digits)")
    .replaceAll(/\b[0-9a-f]{8}\.asc/gu, "(8 digits).asc")
    .replaceAll(/\b[0-9A-F]{4}\b/gu, "XXXX");

describe("pledge letter attest", () => {
  it("puts a signature beside the letter, and says what it stands for", async () => {
    const rowan = await together();
    expect(plain(await rowan.transcript("letter", "attest", "first", at(rowan, "letter.md"))))
      .toMatchInlineSnapshot(`
        "$ pledge letter attest first ~/letter.md
        ~/letter.md.(8 digits).asc: your signature of the letter.
        Text:     first, (16 digits), as it was fixed.
        It shows: 2 names, 5 by role and more than 5 others; supporters: 1 name.
        You have: 2 names, 5 by role and more than 5 others; supporters: 1 name.
        By the key XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX.
        [exit 0]"
      `);
  });

  it.each(["md", "txt"])("takes a letter as %s, with CRLF too", async (format) => {
    const rowan = await together(format);
    const path = at(rowan, `letter.${format}`);
    const letter = readFileSync(path, "utf8");
    const windows = at(rowan, "windows");
    writeFileSync(windows, letter.replaceAll("\n", "\r\n"));
    const signature = await attested(rowan, "windows");
    const shown = await done(rowan, "letter", "attested", path, signature);
    expect(shown).toContain("attested by 1 member of the committee: rowan");
  });

  it("takes a letter that says less than could be said", async () => {
    const rowan = await together();
    await signWith(rowan, [
      named("Later Person", { team: "cloud" }),
      ...several(9, "later", { team: "cloud" }),
    ]);
    const shown = await done(rowan, "letter", "attest", "first", at(rowan, "letter.md"), "--json");
    expect(JSON.parse(shown)).toMatchObject({
      states: { named: 2, roles: 5, others: { people: 5, moreThan: true } },
      shown: { named: 3, roles: 5, others: { people: 15, moreThan: true } },
      named: "named",
    });
  });

  it("refuses a higher number, whoever else it may be true for", async () => {
    expect(
      await changed((letter) =>
        letter.replace("than 12 w", "than 17 w").replace("than 5 o", "than 10 o"),
      ),
    ).toMatchInlineSnapshot(`
      "! pledge: error: the file counts more people than can be shown here: at least 18 workers and 1 supporter, and 13 workers and 1 supporter here
      ! pledge: hint: ask the other organizers for their signers ("pledge letter signers first --to HANDLE") and take them in with "pledge merge"
      [exit 5]"
    `);
    const rowan = worldOf("rowan");
    const heron = worldOf("heron");
    const path = carry(rowan, heron, "letter.md");
    expect((await heron.pledge("letter", "attest", "first", path)).exitCode).toBe(5);
  });

  it.each<[string, (letter: string) => string]>([
    ["the numbers do not go together", (letter) => letter.replace("than 12 w", "than 11 w")],
    ["a name is added", (letter) => letter.replace("- Zoë", "- Ana\n- Zoë")],
    ["a name is changed", (letter) => letter.replace("Zoë", "Zoe")],
    [
      "a sentence stands around the text",
      (letter) => letter.replace("and more", "all of us and more"),
    ],
    ["a comment stands around the text", (letter) => `${letter}<!-- paid for -->\n`],
    ["a byte order mark stands before it", (letter) => `\uFEFF${letter}`],
  ])("refuses a letter in which %s", async (_, change) => {
    expect(await changed(change)).toContain(
      "around the text of first the file says what cannot be shown here",
    );
  });

  it("refuses another text, and a file that is none", async () => {
    const rowan = await together();
    expect(await changed((letter) => letter.replace("demand", "ask"))).toContain(
      "the fixed text of first is not in the file unchanged",
    );
    const refusal = async (name: string, content: string | Uint8Array): Promise<string> => {
      const shown = await rowan.pledge("letter", "attest", "first", rowan.file(name, content));
      expect(shown.exitCode).toBe(5);
      return shown.stderr;
    };
    expect(await refusal("letter.pdf", "%PDF-1.7\n")).toContain("no plain text");
    expect(await refusal("letter.docx", Uint8Array.of(80, 75, 3, 4, 255))).toContain(
      "no plain text",
    );
    expect(await refusal("cr.md", "one\rtwo\n")).toContain("line ends");
    await done(rowan, "letter", "write", "first", "--format", "html", "-o", at(rowan, "l.html"));
    expect((await rowan.pledge("letter", "attest", "first", at(rowan, "l.html"))).stderr).toContain(
      "HTML cannot be checked",
    );
  });

  it("refuses a draft, and writes over nothing", async () => {
    const rowan = await together();
    await done(rowan, "letter", "start", "employer-demands", "--name", "second");
    const draft = await rowan.pledge("letter", "attest", "second", at(rowan, "letter.md"));
    expect({ code: draft.exitCode, said: draft.stderr.includes("not fixed yet") }).toEqual({
      code: 1,
      said: true,
    });
    await attested(rowan);
    const again = await rowan.pledge("letter", "attest", "first", at(rowan, "letter.md"));
    expect(again.stderr).toContain("is there already");
  });
});
