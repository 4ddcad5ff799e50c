/** A member who lost her key and has a new vault; and a certificate that was made newer. Sample handles. */
import { reformatKey } from "openpgp";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import {
  carry,
  done,
  fingerprintOf,
  joiner,
  keyOf,
  masked,
  readAloud,
} from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";
import { outcomesOf } from "./forge.ts";

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron", "wren"], turf: { heron: ["cloud"] } },
  async (worlds) => {
    const { rowan, heron } = worlds as Record<"rowan" | "heron", TestWorld>;
    await done(heron, "add", "--from", heron.file("people.json", signing(12)));
    await done(heron, "tally", "export", "-o", join(heron.folder, "old.tally"), "--yes");
    await done(rowan, "merge", carry(heron, rowan, "old.tally"));
  },
);

interface Shown {
  readonly sources: readonly {
    readonly handle: string;
    readonly state: string;
    readonly people: number;
  }[];
  readonly notYet: readonly string[];
}

const sourcesOf = async (world: TestWorld): Promise<readonly string[]> => {
  const { sources } = JSON.parse(await done(world, "tally", "show", "--json")) as Shown;
  return sources.map(({ handle, state, people }) => `${handle} ${state} ${people}`);
};

const signs = async (world: TestWorld): Promise<unknown> => {
  const { actions } = JSON.parse(await done(world, "status", "--json")) as {
    readonly actions: readonly { readonly action: string; readonly pledged: unknown }[];
  };
  return actions.find(({ action }) => action === "sign")?.pledged;
};

/** heron's new vault, and the number in which rowan has put its key in the place of the old one. */
const replaced = async () => {
  const rowan = member("rowan");
  const fresh = await joiner("heron", { seed: 9 });
  const file = join(rowan.folder, "committee-2");
  const known = ["--fingerprint", await fingerprintOf(fresh)];
  const given = carry(fresh, rowan, "heron.join");
  await done(rowan, "committee", "replace", "heron", given, ...known, "-o", file);
  await done(
    fresh,
    "join",
    carry(rowan, fresh, "committee-2"),
    "--fingerprint",
    await fingerprintOf(rowan),
  );
  return { rowan, fresh };
};

describe("a lost key", () => {
  it("is replaced by one whose words were compared", async () => {
    const rowan = member("rowan");
    const fresh = await joiner("heron", { seed: 9 });
    const key = await keyOf(fresh);
    rowan.answers([readAloud(key), readAloud(key)]);
    const given = carry(fresh, rowan, "heron.join");
    const file = join(rowan.folder, "committee-2");
    const shown = await rowan.transcript("committee", "replace", "heron", given, "-o", file);
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge committee replace heron ~/heron.join -o ~/committee-2
      heron has another key: number 2 of the committee file. What heron's old key has
      sent counts until the new one sends a tally; what it signs from now on is
      refused.
      Was the old key stolen and not only lost? Then whoever has it can still read
      every file that was sent to heron so far.
      Send committee-2 to heron, to be taken in with:
        pledge join committee-2
      The same file goes to wren, to be taken in with:
        pledge merge committee-2

      Then heron asks you for two of these words. Read them aloud only when you are
      asked, and only to somebody whose voice you know.
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      [exit 0]"
    `);
    expect(JSON.parse(await done(rowan, "committee", "show", "--json"))).toMatchObject({
      number: 2,
      members: [{ handle: "heron", fingerprint: key.fingerprint, turf: ["cloud"] }, {}, {}],
    });
  });

  it("leaves its count in place until the new key speaks, and not longer", async () => {
    const { rowan, fresh } = await replaced();
    expect(await sourcesOf(rowan)).toEqual(["rowan live 0", "heron live 12"]);
    expect(await signs(rowan)).toEqual({ low: 12, high: 12 });
    await done(fresh, "add", "--from", fresh.file("people.json", signing(3)));
    await done(fresh, "tally", "export", "-o", join(fresh.folder, "new.tally"), "--yes");
    await done(rowan, "merge", carry(fresh, rowan, "new.tally"));
    expect((await sourcesOf(rowan)).toSorted()).toEqual([
      "heron live 3",
      "heron superseded 12",
      "rowan live 0",
    ]);
    expect(await signs(rowan)).toEqual({ low: 3, high: 3 });
    // Whoever has the files in another order comes to the same.
    const [wren, old] = [member("wren"), member("heron")];
    await done(old, "tally", "export", "--again", "-o", join(old.folder, "old.tally"));
    await wren.pledge("merge", carry(fresh, wren, "new.tally"), carry(old, wren, "old.tally"));
    await done(wren, "merge", carry(rowan, wren, "committee-2"));
    await done(wren, "merge", carry(fresh, wren, "new.tally"));
    expect(await signs(wren)).toEqual({ low: 3, high: 3 });
  });

  it("signs nothing any more, and its holder is told on", async () => {
    const { rowan } = await replaced();
    const old = member("heron");
    await done(old, "add", "--from", old.file("more.json", signing(9, "ads", 50)));
    await done(old, "tally", "export", "-o", join(old.folder, "late.tally"), "--yes");
    const { stdout } = await rowan.pledge("merge", carry(old, rowan, "late.tally"), "--json");
    expect(outcomesOf(stdout)).toEqual(["late.tally refused signer-replaced"]);
    expect(await signs(rowan)).toEqual({ low: 12, high: 12 });
  });

  it.each([
    ["sage", "handle-unknown"],
    ["rowan", "replace-self"],
    ["heron", "fingerprint-other"],
  ])("is not replaced for %s where something is wrong", async (handle, code) => {
    const rowan = member("rowan");
    const fresh = await joiner("heron", { seed: 9 });
    const other = await fingerprintOf(member("wren"));
    const known = ["--fingerprint", other.replace("wren=", "heron=")];
    const file = carry(fresh, rowan, "heron.join");
    const replace = ["committee", "replace", handle, file, "--json", ...known];
    const { stderr, exitCode } = await rowan.pledge(...replace);
    expect(exitCode).not.toBe(0);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(JSON.parse(await done(rowan, "committee", "show", "--json"))).toMatchObject({
      number: 1,
    });
  });

  it("cannot be another member's key, nor the same certificate again", async () => {
    const rowan = member("rowan");
    await done(member("wren"), "key", "export", "-o", join(member("wren").folder, "wren.asc"));
    const given = carry(member("wren"), rowan, "wren.asc");
    for (const [handle, code] of [
      ["heron", "member-already"],
      ["wren", "certificate-same"],
    ]) {
      const { stderr } = await rowan.pledge("committee", "replace", handle ?? "", given, "--json");
      expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    }
  });
});

describe("a newer certificate of the same key", () => {
  it("is taken in without a word, with what the earlier one said", async () => {
    const rowan = member("rowan");
    const { privateKey, publicKey } = await foreign({ date: new Date("2026-11-01T00:00:00Z") });
    const [first, later] = await Promise.all(
      [400, 800].map(async (days) => {
        const { publicKey: longer } = await reformatKey({
          privateKey,
          userIDs: [{ name: "sage" }],
          keyExpirationTime: days * 86_400,
          date: publicKey.getCreationTime(),
          format: "object",
        });
        return longer;
      }),
    );
    const put = (name: string, certificate: typeof first): string =>
      rowan.file(name, certificate?.armor() ?? "");
    const fingerprint = publicKey.getFingerprint();
    const known = ["--fingerprint", `sage=${fingerprint}`];
    const file = join(rowan.folder, "two");
    await done(rowan, "invite", put("sage.asc", first), "-o", file, ...known);
    const shown = await rowan.transcript("committee", "replace", "sage", put("later.asc", later));
    expect(masked(shown)).toMatchInlineSnapshot(`
      "$ pledge committee replace sage ~/later.asc
      sage's certificate is the newer one now, with the same key: number 3 of the
      committee file.
      ! Number 3 of the committee file is kept in the vault. Write it for the others
      ! with "pledge committee export -o FILE", or let "pledge exchange DIR" carry it.
      [exit 0]"
    `);
    expect(JSON.parse(await done(rowan, "committee", "show", "--json"))).toMatchObject({
      number: 3,
    });
    const again = await rowan.pledge("committee", "replace", "sage", put("x.asc", first), "--json");
    expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: "certificate-same" } });
  });
});
