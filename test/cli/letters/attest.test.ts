/** A letter on its way out, with the signatures of several members beside it. All people are made up. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { carry, done, keyOf } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { openpgp } from "../committee/forge.ts";
import { listFor, named, several, signWith, signingCommittee } from "./signing-world.ts";

const worldOf = signingCommittee(
  {
    rowan: [
      named("Örnek Kişi", { team: "cloud", role: "SRE" }),
      named("محمد العربي", { supporter: true }),
      ...several(6, "sre", { display: "role", team: "cloud", role: "SRE" }),
    ],
    heron: [named("Zoë Voorbeeld", { team: "ads" }), ...several(9, "quiet", { team: "ads" })],
  },
  { rowan: ["cloud"], heron: ["ads"] },
);

const at = (world: TestWorld, name: string): string => join(world.folder, name);

/** The letter as rowan writes it once she has heron's list. */
const together = async (format = "md"): Promise<TestWorld> => {
  const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
  await done(rowan, "merge", await listFor(heron, rowan, "rowan", "heron.signers"));
  const file = at(rowan, `letter.${format}`);
  await done(
    rowan,
    "letter",
    "write",
    "first",
    "--format",
    format,
    "-o",
    file,
    "--force",
    "--quiet",
  );
  return rowan;
};

const attested = async (world: TestWorld, file = "letter.md"): Promise<string> => {
  const shown = await done(world, "letter", "attest", "first", at(world, file), "--json");
  return (JSON.parse(shown) as { readonly file: string }).file;
};

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

describe("signatures of several members", () => {
  it("are told apart, and count each member once", async () => {
    const [rowan, heron] = [await together(), worldOf("heron")];
    await done(heron, "merge", await listFor(rowan, heron, "heron", "rowan.signers"));
    const first = await attested(rowan);
    carry(rowan, heron, "letter.md");
    const second = await attested(heron);
    const name = second.slice(heron.folder.length + 1);
    const other = carry(heron, rowan, name);
    const shown = await done(
      rowan,
      "letter",
      "attested",
      at(rowan, "letter.md"),
      first,
      other,
      first,
      "--json",
    );
    expect(JSON.parse(shown)).toMatchObject({
      attesters: ["heron", "rowan"],
      signatures: [{ by: "rowan" }, { by: "heron" }, { by: "rowan" }],
    });
  });

  it("are no more than those of members, over these bytes", async () => {
    const rowan = await together();
    const file = at(rowan, "letter.md");
    const good = await attested(rowan);
    const { secret } = await openpgp.makeAttestationKey("2026-11-22" as never);
    const text = readFileSync(file, "utf8");
    const stranger = rowan.file(
      "stranger.asc",
      await openpgp.signText(text, secret, "2026-11-22" as never),
    );
    const identity = await rowan.inVault((vault) => vault.identity.get());
    const own = rowan.file(
      "own.asc",
      await openpgp.signText(text, identity?.secret ?? secret, "2026-11-22" as never),
    );
    const { stdout, exitCode } = await rowan.pledge(
      "letter",
      "attested",
      file,
      good,
      stranger,
      own,
      file,
    );
    expect(exitCode).toBe(1);
    expect(stdout.replaceAll(rowan.folder, "~").replaceAll(/[0-9a-f]{8}\.asc/gu, "x.asc"))
      .toMatchInlineSnapshot(`
      "~/letter.md: attested by 1 member of the committee: rowan.
      ~/letter.md.x.asc: good, by rowan, 2026-11-22
      ~/stranger.asc: by no key that the committee file names
      ~/own.asc: by no key that the committee file names
      ~/letter.md: no good signature of this file: another letter, or one was changed
      "
    `);
    writeFileSync(file, text.replace("demand", "ask"));
    expect((await rowan.pledge("letter", "attested", file, good)).stdout).toContain("by nobody");
  });

  it("and the keys to check them tie no tally and no handle to the letter", async () => {
    const rowan = await together();
    const signature = await attested(rowan);
    const keys = at(rowan, "attesters.asc");
    const shown = await done(rowan, "letter", "attesters", "-o", keys, "--json");
    expect((JSON.parse(shown) as { readonly keys: unknown[] }).keys).toHaveLength(2);
    for (const handle of ["rowan", "heron"]) {
      const { fingerprint } = await keyOf(worldOf(handle));
      for (const path of [signature, keys]) {
        expect(path.slice(rowan.folder.length)).not.toContain(handle);
        const text = readFileSync(path, "utf8");
        const binary = Buffer.from((await openpgp.dearmor(Buffer.from(text))) ?? []);
        expect(binary.length).toBeGreaterThan(100);
        // The key id is the end of the fingerprint.
        for (const secret of [Buffer.from(handle), Buffer.from(fingerprint.slice(-16), "hex")])
          expect(binary.includes(secret)).toBe(false);
      }
    }
  });
});
