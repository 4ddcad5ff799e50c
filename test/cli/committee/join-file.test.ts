import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import {
  carry,
  done,
  fingerprintOf,
  inviteAll,
  joiner,
  keyOf,
  masked,
  readAloud,
} from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

/** A founder who has invited heron, and heron with the committee file at hand. */
const invited = async (columns = 80) => {
  const rowan = await testWorld();
  await rowan.init();
  const heron = await joiner("heron", { seed: 2, columns });
  const wren = await joiner("wren", { seed: 3 });
  await inviteAll(rowan, { heron, wren }, { heron: ["cloud"], rowan: ["ads"] });
  return { rowan, heron, file: carry(rowan, heron, "committee.pledge") };
};

/** What a vault holds of a committee. */
const stateOf = (world: TestWorld) =>
  world.inVault((vault) => ({
    campaign: vault.campaign.find()?.name,
    organizer: vault.campaign.find()?.organizer,
    numbers: vault.committee.all().map(({ number, anchor }) => ({ number, anchor })),
  }));

const empty = { campaign: undefined, organizer: undefined, numbers: [] };

describe("pledge join FILE", () => {
  it("compares two words of the founder's, never shown, and completes the vault", async () => {
    const { rowan, heron, file } = await invited();
    const key = await keyOf(rowan);
    const answers = [
      readAloud(key),
      (question: string) => ` ${readAloud(key)(question).toUpperCase()} `,
    ];
    heron.answers(answers);
    expect(masked(await heron.transcript("join", file))).toMatchInlineSnapshot(`
      "$ pledge join ~/committee.pledge
      You are in: No contracts with the police (Example Corp), number 1 of the
      committee file.
        heron  you; Cloud
        rowan  Ads
        wren   no team
      Next:
        pledge add
          records the first people
        pledge tally export -o heron.tally
          your count for the others
      [exit 0]"
    `);
    expect(heron.questions()).toHaveLength(2);
    for (const question of heron.questions())
      expect(question).toMatch(/^Word \d+ of rowan's words\?$/u);
    expect(new Set(heron.questions()).size).toBe(2);
    expect(heron.said()).toEqual([
      'This is number 1 of the committee file, signed by rowan. Call rowan, whose voice you know, and ask for two words that "pledge key show" shows there.',
    ]);
    expect(await stateOf(heron)).toEqual({
      campaign: "No contracts with the police",
      organizer: "heron",
      numbers: [{ number: 1, anchor: true }],
    });
    expect(JSON.parse(await done(heron, "list", "--json"))).toEqual({ v: 1, people: [] });
  });

  it("is read in forty columns", async () => {
    const { rowan, heron, file } = await invited(40);
    const shown = await done(heron, "join", file, "--fingerprint", await fingerprintOf(rowan));
    expect(shown.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(shown).toMatchInlineSnapshot(`
      "You are in: No contracts with the police
      (Example Corp), number 1 of the
      committee file.
        heron  you; Cloud
        rowan  Ads
        wren   no team
      Next:
        pledge add
          records the first people
        pledge tally export -o heron.tally
          your count for the others
      "
    `);
  });

  it("asks once more, at other places, for words that do not fit", async () => {
    const { rowan, heron, file } = await invited();
    const right = readAloud(await keyOf(rowan));
    heron.answers(["wrong", right, right, "", "wrong", right, right]);
    expect((await heron.pledge("join", file)).exitCode).toBe(0);
    expect(heron.said().slice(1)).toEqual([
      "That does not fit. Perhaps it was misheard, so once more, at two other places.",
      "Please type what you hear.",
      "That does not fit. Perhaps it was misheard, so once more, at two other places.",
    ]);
    // An empty answer is asked for again; otherwise no place comes twice.
    expect(new Set(heron.questions()).size).toBe(6);
  });

  it("refuses the file after three wrong tries, and changes nothing", async () => {
    const { heron, file } = await invited();
    const before = folderDigest(heron.vaultFolder);
    heron.answers(["a", "b", "c", "d", "e", "f"]);
    expect(await heron.transcript("join", file)).toMatchInlineSnapshot(`
      "$ pledge join ~/committee.pledge
      ! pledge: error: the key in the file is not rowan's, as far as it was compared
      ! pledge: hint: somebody may have exchanged the file: get it from rowan again, by another way; nothing was changed
      [exit 5]"
    `);
    expect(folderDigest(heron.vaultFolder)).toBe(before);
    expect(await stateOf(heron)).toEqual(empty);
  });

  it.each([[["^C"]], [["any", "^C"]], [["a", "b", "^C"]]])(
    "keeps nothing when Ctrl-C comes after %j",
    async (answers) => {
      const { heron, file } = await invited();
      heron.answers(answers);
      expect((await heron.pledge("join", file)).exitCode).toBe(130);
      expect(await stateOf(heron)).toEqual(empty);
    },
  );

  it("takes the signer's fingerprint in place of the words, spaces and case as they come", async () => {
    const { rowan, heron, file } = await invited();
    const spaced = (await fingerprintOf(rowan)).replaceAll(
      /[0-9a-f]{4}/gu,
      (group) => `${group.toUpperCase()} `,
    );
    const answer = await done(heron, "join", file, "--json", "--fingerprint", spaced);
    const { fingerprint } = await keyOf(heron);
    expect(JSON.parse(answer)).toMatchObject({
      v: 1,
      number: 1,
      handle: "heron",
      turf: ["cloud"],
      members: [
        { handle: "heron", fingerprint, turf: ["cloud"] },
        { handle: "rowan", turf: ["ads"] },
        { handle: "wren", turf: [] },
      ],
    });
  });

  it("asks for no voice where we signed the file ourselves", async () => {
    const { rowan } = await invited();
    await done(rowan, "join", join(rowan.folder, "committee.pledge"));
    expect(rowan.questions()).toEqual([]);
  });
});

describe("pledge join FILE refuses", () => {
  let world: Awaited<ReturnType<typeof invited>>;
  let before: string;

  beforeAll(async () => {
    world = await invited();
    before = folderDigest(world.heron.vaultFolder);
  });

  it("another fingerprint, another's, and what is none", async () => {
    const { heron, file } = world;
    for (const [given, message] of [
      [`rowan=${"0".repeat(40)}`, "the key in the file is not rowan's, as far as it was compared"],
      [await fingerprintOf(heron), "nobody here has that handle"],
      ["rowan=1234", "--fingerprint cannot be read"],
      ["1234", "--fingerprint cannot be read"],
    ] as const) {
      const { exitCode, stderr } = await heron.pledge("join", file, "--fingerprint", given);
      expect(stderr).toContain(message);
      expect([2, 5]).toContain(exitCode);
    }
    expect(folderDigest(heron.vaultFolder)).toBe(before);
  });

  it("to compare without a terminal", async () => {
    const { heron, file } = world;
    expect(await heron.transcript("join", file)).toMatchInlineSnapshot(`
      "$ pledge join ~/committee.pledge
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --fingerprint rowan=FINGERPRINT
      [exit 2]"
    `);
    expect(folderDigest(heron.vaultFolder)).toBe(before);
  });

  it("a vault that is not there, since its key would open the file", async () => {
    const nobody = await testWorld();
    const file = carry(world.rowan, nobody, "committee.pledge");
    expect(await nobody.transcript("join", file)).toMatchInlineSnapshot(`
      "$ pledge join ~/committee.pledge
      ! pledge: error: there is no vault in ~/vault, and so no key that opens a committee file
      ! pledge: hint: begin with "pledge join" alone, and give the join file to whoever invites you
      [exit 4]"
    `);
  });

  it("a vault that holds a campaign of its own", async () => {
    const other = await testWorld();
    await other.init();
    const file = carry(world.rowan, other, "committee.pledge");
    const { exitCode, stderr } = await other.pledge("join", file);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("this vault has a campaign already"),
    });
    // Also once it has a key.
    await done(other, "key", "show");
    expect((await other.pledge("join", file)).exitCode).toBe(4);
  });
});
