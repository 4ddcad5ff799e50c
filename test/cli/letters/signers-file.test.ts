/** What leaves in a list of signers, who is asked before, and when nothing leaves at all. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { parseSigners } from "../../../src/domain/letters/parse-signers.ts";
import type { Signers } from "../../../src/domain/letters/signers.ts";
import { done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp } from "../committee/forge.ts";
import { named, several, signingCommittee } from "./signing-world.ts";

const member = signingCommittee(
  {
    rowan: [],
    heron: [
      named("Ana Gómez", { team: "cloud", role: "SRE" }),
      named("Bo Sample", { team: "ads" }),
      ...several(3, "designer", { display: "role", team: "ads", role: "Designer" }),
      ...several(2, "roleless", { display: "role", team: "ads" }),
      ...several(4, "cloud", { team: "cloud" }),
      ...several(5, "placeless", {}),
      named("Grace Example", { supporter: true }),
      { name: "Secret friend", display: "role", role: "Neighbour", supporter: true },
    ],
  },
  { heron: ["ads"] },
);

let heron: TestWorld;
let file: string;

beforeEach(() => {
  heron = member("heron");
  file = join(heron.folder, "heron.signers");
});

const signers = (...more: readonly string[]): readonly string[] => [
  "letter",
  "signers",
  "first",
  "--to",
  "rowan",
  "-o",
  file,
  ...more,
];

/** What the reader finds in the file. */
const inside = async (reader: TestWorld): Promise<Signers> => {
  const { identity } = await insideOf(reader);
  const unsealed = await openpgp.unseal(readFileSync(file), identity.secret);
  if (!unsealed.ok) throw new Error(unsealed.failure.type);
  const read = parseSigners(unsealed.value.payload);
  if (!read.ok) throw new Error(read.failure.type);
  return read.value;
};

const own = (world: TestWorld) =>
  world.inVault((vault) => {
    const text = vault.letters.current()?.frozen?.hash;
    return text === undefined ? undefined : vault.signers.own(text);
  });

describe("a list of signers", () => {
  it("has the names and roles that may be shown, and numbers for the rest", async () => {
    await done(heron, ...signers("--yes"));
    const list = await inside(member("rowan"));
    expect(list.lines).toEqual([
      { name: "Ana Gómez", role: "SRE", team: "cloud", supporter: false },
      { name: "Bo Sample", team: "ads", supporter: false },
      { name: "Grace Example", supporter: true },
      ...Array.from({ length: 3 }, () => ({ role: "Designer", team: "ads", supporter: false })),
    ]);
    expect(list.counted).toEqual({ inTurf: 2, elsewhere: 9, supporters: 1 });
    expect(list).toMatchObject({ seq: 1, asOf: "2026-11-22" });
    expect(list.prev).toBeUndefined();
  });

  it("is for its reader and its writer, and for nobody else", async () => {
    await done(heron, ...signers("--yes"));
    const { from, to } = await inside(heron);
    const rowan = (await insideOf(member("rowan"))).identity.fingerprint;
    expect(to).toEqual([from, rowan].toSorted());
    const outside = await openpgp.outside(readFileSync(file));
    expect(outside?.readers).toEqual([undefined, undefined]);
    await done(heron, ...signers("--yes", "--force", "--named"));
    const shown = await openpgp.outside(readFileSync(file));
    expect(shown?.readers.every((reader) => reader !== undefined)).toBe(true);
  });

  it("takes the next number each time, and names the one before", async () => {
    await done(heron, ...signers("--yes"));
    const first = await own(heron);
    await done(heron, ...signers("--yes", "--force"));
    expect(await own(heron)).toMatchObject({ seq: 2, prev: first?.sha256 });
    expect(await inside(member("rowan"))).toMatchObject({ seq: 2, prev: first?.sha256 });
  });

  it("leaves after a yes that was told what goes, and to whom", async () => {
    heron.answers([true]);
    const ran = await heron.transcript(...signers());
    expect(
      heron
        .questions()
        .at(-1)
        ?.replace(/[0-9a-f]{16}/u, "(16 digits)"),
    ).toBe(
      "To rowan alone goes who signed with you under first (text (16 digits)): 2 names, 3 roles and a number for 11 more; of supporters 1 name and a number for 1 more. Write the file?",
    );
    expect(ran.slice(ran.indexOf("\n") + 1)).toBe(
      '~/heron.signers: for rowan alone, who takes it in with "pledge merge FILE".\n[exit 0]',
    );
  });

  it("does not leave after a no, nor without anybody to ask, and takes no number", async () => {
    heron.answers([false]);
    expect(await heron.pledge(...signers())).toMatchObject({
      exitCode: 1,
      stderr: "Nothing was written.\n",
    });
    expect(await heron.pledge(...signers("--json"))).toMatchObject({ exitCode: 2, stdout: "" });
    expect(existsSync(file)).toBe(false);
    expect(await own(heron)).toBeUndefined();
  });

  it("says in numbers what has left", async () => {
    const json = JSON.parse(await done(heron, ...signers("--yes", "--json"))) as object;
    expect({ ...json, text: "" }).toEqual({
      v: 1,
      name: "first",
      text: "",
      to: "rowan",
      seq: 1,
      named: 2,
      roles: 3,
      counted: 11,
      supporters: { named: 1, counted: 1 },
      tookBack: [],
      file,
    });
    const { stdout, stderr } = await heron.pledge(...signers("--yes", "--force"));
    expect(stdout).toContain("for rowan alone");
    expect(stderr.replaceAll(/\s+/gu, " ")).toContain("2 names, 3 roles and a number for 11 more");
  });

  it("goes to standard output as text, and then under --json in the document", async () => {
    const args = ["letter", "signers", "first", "--to", "rowan", "--yes"];
    expect(await done(heron, ...args)).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
    const { content } = JSON.parse(await done(heron, ...args, "--json")) as {
      readonly content: string;
    };
    expect(content).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
  });

  it("may say that nobody has signed", async () => {
    const rowan = member("rowan");
    rowan.answers([true]);
    const args = ["letter", "signers", "first", "--to", "heron", "-o", join(rowan.folder, "x")];
    expect((await rowan.pledge(...args)).exitCode).toBe(0);
    expect(rowan.questions().at(-1)).toContain(": nothing but that nobody has signed with you. ");
  });
});

describe("no list leaves", () => {
  const refused = async (world: TestWorld, ...args: readonly string[]): Promise<string> => {
    const shown = await world.transcript("letter", "signers", ...args);
    return shown.slice(shown.indexOf("\n") + 1);
  };

  it("without a member that it is for", async () => {
    expect(await refused(heron, "first", "-o", file)).toMatchInlineSnapshot(`
      "! pledge: error: --to is missing
      ! pledge: hint: say for which member it is: --to HANDLE; the handles are in "pledge committee show"
      [exit 2]"
    `);
    expect(await refused(heron, "first", "--to", "wren", "-o", file)).toMatchInlineSnapshot(`
      "! pledge: error: nobody here has that handle
      ! pledge: hint: the handles are rowan
      [exit 2]"
    `);
    // To ourselves is to nobody.
    expect(await refused(heron, "first", "--to", "heron")).toContain("[exit 2]");
  });

  it("under a text that is not fixed, or that is not there", async () => {
    await done(heron, "letter", "start", "employer-demands", "--name", "second");
    expect(await refused(heron, "second", "--to", "rowan")).toMatchInlineSnapshot(`
      "! pledge: error: the text of second is not fixed yet, so nobody can have signed it
      ! pledge: hint: read it with "pledge letter preview second", then "pledge letter freeze second"
      [exit 1]"
    `);
    expect(await refused(heron, "third", "--to", "rowan")).toContain("[exit 2]");
  });

  it("into a file that is there, and takes no number", async () => {
    heron.file("heron.signers", "x");
    expect(await refused(heron, "first", "--to", "rowan", "-o", file, "--yes")).toContain(
      "[exit 6]",
    );
    expect(await own(heron)).toBeUndefined();
  });

  it("before there is a committee", async () => {
    const alone = await testWorld();
    await alone.init();
    await done(alone, "letter", "start", "employer-demands", "--name", "first");
    await done(alone, "letter", "freeze", "first", "--yes");
    expect(await refused(alone, "first", "--to", "heron", "--yes")).toMatchInlineSnapshot(`
      "! pledge: error: this vault is in no committee yet
      ! pledge: hint: if somebody lets you in, take in their file: "pledge join FILE"; to found one: "pledge invite FILE... -o committee.pledge", from the join files of the others
      [exit 1]"
    `);
  });
});
