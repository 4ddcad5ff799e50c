import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { numberedWords } from "../../../src/cli/render/key-words.ts";
import { done, masked } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { openpgp } from "./forge.ts";

let world: TestWorld;
let narrow: TestWorld;

beforeAll(async () => {
  [world, narrow] = [await testWorld(), await testWorld({ columns: 40 })];
  await Promise.all([world.init(), narrow.init()]);
});

interface Shown {
  readonly fingerprint: never;
  readonly words: unknown;
}

describe("pledge key show", () => {
  it("makes a founder's key at first need, and shows it in words and digits", async () => {
    expect(masked(await world.transcript("key", "show"))).toMatchInlineSnapshot(`
      "$ pledge key show
      rowan's key, in words:
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      Read them aloud only when you are asked, and only to somebody whose voice you
      know.

      In digits: XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX

      The key with which you attest letters is another one. In digits:
      XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX
      [exit 0]"
    `);
    const first = await done(world, "key", "show", "--json");
    expect(await done(world, "key", "show", "--json")).toBe(first);
    const key = JSON.parse(first) as Shown & { readonly attestation: Shown };
    const { attestation } = key;
    expect(attestation.fingerprint).not.toBe(key.fingerprint);
    expect(attestation.words).toEqual(await openpgp.words(attestation));
    expect(key).toEqual({
      attestation,
      v: 1,
      handle: "rowan",
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/u),
      words: await openpgp.words(key),
    });
  });

  it("is read in forty columns", async () => {
    const shown = await done(narrow, "key", "show");
    expect(shown.split("\n").filter((line) => line.length > 40)).toEqual([]);
    expect(masked(shown)).toMatchInlineSnapshot(`
      "rowan's key, in words:
         1 word 2 word 3 word
         4 word 5 word 6 word
         7 word 8 word 9 word
        10 word 11 word 12 word
        13 word 14 word 15 word
      Read them aloud only when you are asked,
      and only to somebody whose voice you
      know.

      In digits: XXXX XXXX XXXX XXXX XXXX XXXX
      XXXX XXXX XXXX XXXX

      The key with which you attest letters is
      another one. In digits:
      XXXX XXXX XXXX XXXX XXXX XXXX XXXX XXXX
      XXXX XXXX
      "
    `);
  });

  it("numbers the words in lines that fit forty columns, however long they are", () => {
    const words = ["ozone", ...Array.from({ length: 14 }, () => "abstract")];
    expect(numberedWords(words)).toMatchInlineSnapshot(`
      "   1 ozone      2 abstract   3 abstract
         4 abstract   5 abstract   6 abstract
         7 abstract   8 abstract   9 abstract
        10 abstract  11 abstract  12 abstract
        13 abstract  14 abstract  15 abstract"
    `);
  });
});

describe("pledge key export", () => {
  it("prints the certificate, or writes it to a file for its owner alone", async () => {
    const printed = await world.pledge("key", "export");
    expect(printed.stdout).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----\n/u);
    expect(printed.stderr).toBe(
      "The certificate of rowan.\nOthers need it for encrypting to you; it is no secret.\n",
    );
    const file = join(world.folder, "rowan.join");
    expect(await world.transcript("key", "export", "-o", file)).toMatchInlineSnapshot(`
      "$ pledge key export -o ~/rowan.join
      ~/rowan.join: the certificate of rowan.
      Others need it for encrypting to you; it is no secret.
      [exit 0]"
    `);
    expect(world.read("rowan.join")).toBe(printed.stdout);
    expect((await world.pledge("key", "export", "-o", file)).exitCode).toBe(6);
    expect(JSON.parse(await done(world, "key", "export", "--json"))).toMatchObject({
      v: 1,
      handle: "rowan",
      content: printed.stdout,
    });
    const read = await openpgp.readCertificate(new TextEncoder().encode(printed.stdout));
    expect(read.ok && read.value.userIds).toEqual(["rowan"]);
  });
});
