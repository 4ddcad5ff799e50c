/** Files and options with which `invite` lets nobody in; nothing is kept or written then. */
import { join } from "node:path";
import { enums, revokeKey } from "openpgp";
import { describe, expect, it } from "vitest";

import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import {
  carry,
  committeeOf,
  done,
  inviteAll,
  joiner,
  keyOf,
} from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { known, newFounder, refusal } from "./inviting.ts";

const made = new Date("2026-11-01T00:00:00Z");

describe("a handle that is taken is refused by name", () => {
  it("by the founder, before there is a committee", async () => {
    const rowan = await newFounder();
    const other = await joiner("rowan", { seed: 2 });
    const file = carry(other, rowan, "rowan.join");
    expect(await refusal(rowan, file, ...(await known(other)))).toMatchInlineSnapshot(`
      "5
      pledge: error: there is a rowan in the committee already, or in another of these files
      pledge: hint: let the new one take another handle: "pledge join --handle OTHER"; if rowan has lost the old key: "pledge committee replace rowan FILE"
      "
    `);
  });

  it("by another of the files, and by a member", async () => {
    const rowan = await newFounder();
    const [heron, second] = [
      await joiner("heron", { seed: 2 }),
      await joiner("heron", { seed: 3 }),
    ];
    const files = [carry(heron, rowan, "heron.join"), carry(second, rowan, "heron.join", "b.join")];
    expect(await refusal(rowan, ...files, ...(await known(heron)))).toContain(
      "there is a heron in the committee already, or in another of these files",
    );
    await inviteAll(rowan, { heron });
    expect(await refusal(rowan, files[1] ?? "", ...(await known(second)))).toContain(
      "there is a heron in the committee already",
    );
    // The way out that the hint names.
    await done(
      second,
      "join",
      "--handle",
      "grey-heron",
      "-o",
      join(second.folder, "grey-heron.join"),
    );
    await inviteAll(rowan, { "grey-heron": second });
  });
});

describe("a certificate is refused", () => {
  it("that is a member's already, our own, or given twice", async () => {
    const { rowan, heron } = (await committeeOf({
      founder: "rowan",
      joiners: ["heron"],
    })) as Record<"rowan" | "heron", TestWorld>;
    const file = carry(heron, rowan, "heron.join");
    expect(await refusal(rowan, file, ...(await known(heron)))).toMatchInlineSnapshot(`
      "5
      pledge: error: this certificate is heron's, who is in the committee already, or it is given twice
      pledge: hint: who is in it says "pledge committee show"; leave this file out
      "
    `);
    const own = join(rowan.folder, "own.join");
    await done(rowan, "key", "export", "-o", own);
    expect(await refusal(rowan, own)).toContain("this certificate is rowan's");
    const wren = carry(await joiner("wren", { seed: 3 }), rowan, "wren.join");
    expect(await refusal(rowan, wren, wren)).toContain("this certificate is wren's");
  });

  it("that cannot be used: expired, revoked, without a part to encrypt to", async () => {
    const rowan = await newFounder();
    const { publicKey: old } = await foreign({ date: made, keyExpirationTime: 10 * 86_400 });
    const { privateKey } = await foreign({ date: made });
    const { publicKey: revoked } = await revokeKey({
      key: privateKey,
      reasonForRevocation: { flag: enums.reasonForRevocation.keyCompromised, string: "" },
      date: new Date("2026-11-20T00:00:00Z"),
      format: "object",
    });
    const { publicKey: signsOnly } = await foreign({ date: made, subkeys: [{ sign: true }] });
    const said: string[] = [];
    for (const [name, key] of Object.entries({ old, revoked, signsOnly })) {
      const file = rowan.file(`${name}.asc`, key.armor());
      said.push(await refusal(rowan, file, "--fingerprint", `sage=${key.getFingerprint()}`));
    }
    expect(said.map((one) => /error: (.*)$/mu.exec(one)?.[1])).toEqual([
      "nothing can be encrypted to sage: the key has expired",
      "nothing can be encrypted to sage: the key has been revoked",
      "nothing can be encrypted to sage: the key has no part that can be encrypted to",
    ]);
  });

  it("that is none: another file, two of them, one with a secret key, one of a weak kind", async () => {
    const rowan = await newFounder();
    const { privateKey, publicKey } = await foreign({ date: made });
    const { publicKey: weak } = await foreign({ type: "rsa", rsaBits: 2048 });
    const files: Readonly<Record<string, string | Uint8Array>> = {
      text: "heron",
      empty: "",
      two: new Uint8Array([...publicKey.write(), ...weak.write()]),
      secret: privateKey.armor(),
      cut: publicKey.armor().slice(0, 300),
      weak: weak.armor(),
    };
    const said: string[] = [];
    for (const [name, content] of Object.entries(files))
      said.push(await refusal(rowan, rowan.file(name, content)));
    expect(said.join("")).toMatchInlineSnapshot(`
      "5
      pledge: error: ~/text is no join file, and no OpenPGP certificate either
      pledge: hint: it should be one whole certificate, without a secret key; ask for it once more
      5
      pledge: error: ~/empty is no join file, and no OpenPGP certificate either
      pledge: hint: it should be one whole certificate, without a secret key; ask for it once more
      5
      pledge: error: ~/two is no join file, and no OpenPGP certificate either
      pledge: hint: it should be one whole certificate, without a secret key; ask for it once more
      5
      pledge: error: ~/secret is no join file, and no OpenPGP certificate either
      pledge: hint: it should be one whole certificate, without a secret key; ask for it once more
      5
      pledge: error: ~/cut is no join file, and no OpenPGP certificate either
      pledge: hint: it should be one whole certificate, without a secret key; ask for it once more
      5
      pledge: error: ~/weak holds a key of a kind that not everybody's program can use
      pledge: hint: a key that "pledge join" makes will do, or one of GnuPG of the kind Curve 25519
      "
    `);
  });
});

describe("an option is refused", () => {
  it.each([
    ["--fingerprint", "heron", "--fingerprint cannot be read"],
    ["--fingerprint", "heron=12", "--fingerprint cannot be read"],
    ["--fingerprint", `Ana=${"0".repeat(40)}`, "--fingerprint cannot be read"],
    ["--fingerprint", `wren=${"0".repeat(40)}`, "nobody here has that handle"],
    ["--fingerprint", `heron=${"0".repeat(40)}`, "the key in the file is not heron's"],
    ["--turf", "heron", "--turf cannot be read"],
    ["--turf", "heron=sales", "the campaign has no such team"],
    ["--turf", "wren=cloud", "nobody here has that handle"],
  ])("%s %s: %s", async (option, value, message) => {
    const rowan = await newFounder();
    const heron = await joiner("heron", { seed: 2 });
    const file = carry(heron, rowan, "heron.join");
    const given = option === "--turf" ? await known(heron) : [];
    const shown = await refusal(rowan, file, ...given, option, value);
    expect(shown).toContain(message);
    expect(shown).not.toContain("Ana");
  });

  it("that gives one handle the fingerprint of another's file, or says a handle twice", async () => {
    const rowan = await newFounder();
    const heron = await joiner("heron", { seed: 2 });
    const file = carry(heron, rowan, "heron.join");
    const { fingerprint } = await keyOf(heron);
    expect(await refusal(rowan, file, "--fingerprint", `wren=${fingerprint}`)).toContain(
      "the key in the file is not wren's",
    );
    const twice = [...(await known(heron)), ...(await known(heron))];
    expect(await refusal(rowan, file, ...twice)).toContain("--fingerprint cannot be read");
  });
});
