/** Letters attested by pledge and by GnuPG alone, each checked by the other. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { done } from "../support/committee-world.ts";
import { testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import { createGpg, linesOf } from "./by-hand.ts";
import type { Gpg } from "./by-hand.ts";

describeWith(["gpg"], "a member who attests with GnuPG", () => {
  let gpg: Gpg;
  let attests: string;
  let world: TestWorld;
  const at = (name: string): string => join(world.folder, name);

  beforeAll(async () => {
    gpg = createGpg();
    const wren = gpg.makeKey("wren");
    attests = gpg.makeAttestationKey();
    world = await testWorld();
    await world.init();
    // "enarmor" titles the block as a file of any kind.
    const block = gpg
      .joinFile(wren, attests)
      .toString()
      .replaceAll("ARMORED FILE", "PUBLIC KEY BLOCK");
    const file = world.file("wren.join", block);
    await done(world, "invite", file, "--fingerprint", `wren=${wren}`, "-o", at("committee"));
    await done(world, "letter", "start", "employer-demands", "--name", "first");
    await done(world, "letter", "freeze", "first", "--yes");
    await done(world, "letter", "write", "first", "--format", "md", "-o", at("letter.md"));
  });
  afterAll(() => gpg.leave());

  it("finds the keys in the committee file, and takes a signature of pledge's for good", async () => {
    const lines = linesOf(gpg.open(readFileSync(at("committee"))).payload);
    const rowan = lines.find((line) => line["member"] === "rowan");
    gpg.take(Buffer.from(String(rowan?.["attests"]), "base64url"));
    const shown = await done(world, "letter", "attest", "first", at("letter.md"), "--json");
    const { file } = JSON.parse(shown) as { readonly file: string };
    const letter = readFileSync(at("letter.md"), "utf8");
    expect(gpg.verifies(Buffer.from(letter), readFileSync(file))).toBe(true);
    expect(gpg.verifies(Buffer.from(letter.replaceAll("\n", "\r\n")), readFileSync(file))).toBe(
      true,
    );
    expect(gpg.verifies(Buffer.from(letter.replace("demand", "ask")), readFileSync(file))).toBe(
      false,
    );
  });

  it("is counted as a member who attested", async () => {
    const letter = readFileSync(at("letter.md"));
    writeFileSync(at("wren.asc"), gpg.attest(letter, attests));
    const shown = await done(world, "letter", "attested", at("letter.md"), at("wren.asc"));
    expect(shown).toContain("attested by 1 member of the committee: wren");
  });
});
