/** What `peek` says of files that are not encrypted to a key, and how its screen is laid out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import { carry, committeeOf, done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

/** Fingerprints and key ids, made the same in every run. */
const masked = (text: string): string =>
  text
    .replaceAll(/\b[0-9A-Fa-f]{16}\b/gu, "<16 digits>")
    .replaceAll(/(?<!-)\b(?=[0-9A-F]{4}\b)(?!20\d\d-)[0-9A-F]{4}\b/gu, "XXXX");

const at = (world: TestWorld, name: string): string => join(world.folder, name);

const peek = async (world: TestWorld, name: string, ...args: readonly string[]): Promise<string> =>
  masked(await world.transcript("peek", at(world, name), ...args));

const founder = async (): Promise<TestWorld> => {
  const rowan = await testWorld();
  await rowan.init();
  return rowan;
};

const kindOf = async (world: TestWorld, name: string): Promise<string> =>
  (JSON.parse(await done(world, "peek", at(world, name), "--json")) as { readonly kind: string })
    .kind;

describe("peek at a file that is not encrypted to a key", () => {
  it("says what a join file tells everybody", async () => {
    const rowan = await founder();
    await done(rowan, "key", "export", "-o", at(rowan, "rowan.join"));
    expect(await peek(rowan, "rowan.join")).toMatchInlineSnapshot(`
      "$ pledge peek ~/rowan.join
      A stranger who finds it:
        - It is a certificate: everybody may have it, and everybody can read it.
        - It calls its owner rowan, and says nothing else of her.
        - Its key was made on 2026-11-22. Its fingerprint is XXXX XXXX XXXX XXXX XXXX
          XXXX XXXX XXXX XXXX XXXX.
        - With it anybody can encrypt a file to its owner, and check that a file is
          from her.
      [exit 0]"
    `);
    expect(await kindOf(rowan, "rowan.join")).toBe("join");
  });

  it("shows the name in a certificate of another program", async () => {
    const rowan = await founder();
    const { publicKey } = await foreign({ date: new Date("2026-11-01T00:00:00Z") });
    rowan.file("ada.asc", publicKey.armor());
    expect(await peek(rowan, "ada.asc", "--inside")).toMatchInlineSnapshot(`
      "$ pledge peek ~/ada.asc --inside
      A stranger who finds it:
        - It is a certificate: everybody may have it, and everybody can read it.
        - It says whose it is: Ada Sample <ada@example.org>. Every member of a
          committee that it is let into will read that.
        - Its key was made on 2026-11-01. Its fingerprint is XXXX XXXX XXXX XXXX XXXX
          XXXX XXXX XXXX XXXX XXXX.
        - With it anybody can encrypt a file to its owner, and check that a file is
          from her.
      ! --inside opens nothing here: it is for files that are encrypted to a key.
      [exit 0]"
    `);
    expect(await kindOf(rowan, "ada.asc")).toBe("certificate");
  });

  it("says what a backup tells, and how long it is", async () => {
    const rowan = await founder();
    await done(rowan, "backup", at(rowan, "backup"));
    const size = Math.round(readFileSync(at(rowan, "backup")).length / 1024);
    const shown = await peek(rowan, "backup");
    expect(shown).toContain(`It is ${size} KiB long`);
    expect(shown.replace(`${size} KiB`, "<size>")).toMatchInlineSnapshot(`
      "$ pledge peek ~/backup
      A stranger who finds it:
        - It is the backup of a vault, and says so at its beginning.
        - It is <size> long, so one can guess whether tens or thousands of people are
          in it.
        - It shows how slow it is to try a passphrase, and what else opens it:
          recovery words, a key file, shares of a key. All else is encrypted.
        - Whoever has it can try passphrases for as long as she likes. Six random
          words hold; a short passphrase does not.
      [exit 0]"
    `);
  });

  it("says of text that everybody can read it, and of anything else that it does not know", async () => {
    const world = await testWorld();
    world.file("letter.txt", "We ask.\n");
    world.file("picture", Uint8Array.of(0xff, 0xd8, 0xff, 0));
    expect(await peek(world, "letter.txt")).toMatchInlineSnapshot(`
      "$ pledge peek ~/letter.txt
      A stranger who finds it:
        - It is plain text: whoever finds it reads all that is in it.
      [exit 0]"
    `);
    expect(await peek(world, "picture")).toMatchInlineSnapshot(`
      "$ pledge peek ~/picture
      A stranger who finds it:
        - It is none of the files that pledge sends, or it is damaged. Whether others
          can read it, pledge cannot tell.
      [exit 0]"
    `);
  });
});

describe("peek with a vault", () => {
  it("keeps to 40 columns", async () => {
    const { rowan } = await committeeOf({ founder: "rowan", joiners: ["heron"], columns: 40 });
    if (rowan === undefined) throw new Error("no founder");
    await done(rowan, "tally", "export", "-o", at(rowan, "t"));
    const shown = await done(rowan, "peek", at(rowan, "t"), "--inside");
    expect(shown.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(shown).toMatchInlineSnapshot(`
      "A stranger who finds it:
        - It is encrypted: without the key of
          a reader nobody learns what is in
          it, who wrote it, or for which
          campaign.
        - It shows that 2 keys can open it,
          but not whose they are.
        - What is in it was filled up to 4
          KiB, so its length says little: if
          it is a tally, there are at most 37
          people in it.
        - It does not name pledge, but its
          length is one that pledge fills up
          to.
        - It shows no day and no time. When it
          was sent, by whom and to whom, the
          way it travels may tell.

      A member whom it is for:
        - This is what the file says. Who
          signed it is checked only when you
          merge it.
        - Tally number 1 of rowan, as of
          2026-11-22, for heron and rowan.
        - Nobody is in it.
        - The tallies that its writer had by
          then: none.
        - No name, no contact, no note, no
          role, no assessment, no time of day.
      "
    `);
  });

  it("refuses to open what is for others", async () => {
    const { rowan, heron } = await committeeOf({ founder: "rowan", joiners: ["heron"] });
    if (rowan === undefined || heron === undefined) throw new Error("no committee");
    await done(heron, "tally", "export", "-o", at(heron, "t"), "--without", "rowan");
    carry(heron, rowan, "t");
    expect(await peek(rowan, "t", "--inside")).toMatchInlineSnapshot(`
      "$ pledge peek ~/t --inside
      ! pledge: error: the file is not encrypted to your key
      ! pledge: hint: ask for one that is; whoever writes it needs your certificate: pledge key export
      [exit 5]"
    `);
  });
});
