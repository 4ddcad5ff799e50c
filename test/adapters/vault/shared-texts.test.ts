/** Texts that came with the committee file among those that were frozen here, and who signed which. */
import { beforeEach, describe, expect, it } from "vitest";

import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type {
  FrozenText,
  Letter,
  LetterName,
  TextHash,
} from "../../../src/domain/letters/letter.ts";
import type { PledgeState } from "../../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { campaign, change, look, newVault, person } from "./sample-vault.ts";

const day = campaign.unit.asOf;
const hash = (digit: string): TextHash => digit.repeat(64) as TextHash;
const text = (digit: string): FrozenText => ({
  hash: hash(digit),
  markdown: `Text ${digit}.\n`,
  frozenOn: day,
});
const letter = (name: string): Omit<Letter, "frozen"> => ({
  name: name as LetterName,
  template: "employer-demands",
  language: "en",
  answers: { place: "Riverton" },
  demands: [],
  facts: [],
  startedOn: day,
});
const [own, sent, other] = ["own", "sent", "other"].map(letter) as [
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
];

let folder = "";

beforeEach(async () => {
  folder = await newVault(3);
  await change(folder, ({ letters }) => {
    letters.save(own);
    letters.freeze(own.name, text("1"));
    letters.saveShared(sent, text("2"));
  });
});

const pledged = (vault: Vault, n: number, state: PledgeState, action = "sign"): void =>
  vault.pledges.put({
    person: person(n).id,
    action: action as ActionKey,
    condition: { kind: "none" },
    display: "counted",
    state,
    since: day,
  });

const signed = (vault: Vault, n: number, ...digits: readonly string[]): void => {
  for (const digit of digits)
    vault.letters.sign({ person: person(n).id, text: hash(digit), signedOn: day });
};

describe("a shared text", () => {
  it("stands under its letter like any other, and is told apart", async () => {
    await look(folder, ({ letters }) => {
      expect(letters.byName(sent.name)).toEqual({ ...sent, frozen: text("2") });
      expect(letters.current()?.name).toBe(sent.name);
      expect([own, sent, other].map(({ name }) => letters.isShared(name))).toEqual([
        false,
        true,
        false,
      ]);
    });
  });

  it("keeps its place in the order when it comes again, and is the last one when it is another", async () => {
    const current = async (): Promise<string | undefined> =>
      look(folder, ({ letters }) => letters.current()?.name);
    await change(folder, ({ letters }) => letters.saveShared(other, text("3")));
    expect(await current()).toBe(other.name);
    await change(folder, ({ letters }) =>
      letters.saveShared({ ...sent, template: "renamed" }, text("2")),
    );
    expect(await current()).toBe(other.name);
    expect(await look(folder, ({ letters }) => letters.byName(sent.name)?.template)).toBe(
      "renamed",
    );
    await change(folder, ({ letters }) => letters.saveShared(sent, text("4")));
    expect(await current()).toBe(sent.name);
  });

  it("takes the place of what was frozen here under that name, and gives way to it", async () => {
    await change(folder, ({ letters }) => letters.saveShared(own, text("1")));
    expect(await look(folder, ({ letters }) => letters.isShared(own.name))).toBe(true);
    await change(folder, ({ letters }) => letters.freeze(own.name, text("5")));
    expect(await look(folder, ({ letters }) => letters.isShared(own.name))).toBe(false);
    await change(folder, ({ letters }) => letters.thaw(sent.name));
    expect(await look(folder, ({ letters }) => letters.isShared(sent.name))).toBe(false);
  });
});

describe("the text that somebody signed last", () => {
  it("is the one frozen last, in whatever order she signed, of those in place", async () => {
    await change(folder, (vault) => {
      for (const n of [1, 2, 3]) pledged(vault, n, "confirmed");
      signed(vault, 1, "2", "1");
      signed(vault, 2, "1", "2");
      signed(vault, 3, "1");
    });
    const signedTexts = async (): Promise<unknown> =>
      look(folder, ({ letters }) =>
        [1, 2, 3].map((n) => letters.signedTexts().get(person(n).id)?.[0]),
      );
    expect(await signedTexts()).toEqual(["2", "2", "1"]);
    // An older text that is frozen again is the last one now.
    await change(folder, ({ letters }) => letters.freeze(own.name, text("1")));
    expect(await signedTexts()).toEqual(["1", "1", "1"]);
    // A text that another took the place of is in place no more, though the signatures stay.
    await change(folder, ({ letters }) => letters.freeze(own.name, text("6")));
    expect(await signedTexts()).toEqual(["2", "2", undefined]);
    await change(folder, ({ letters }) => letters.thaw(sent.name));
    expect(await look(folder, ({ letters }) => [...letters.signedTexts()])).toEqual([]);
  });

  it("is nobody's who took the pledge back or pledged something else", async () => {
    await change(folder, (vault) => {
      pledged(vault, 1, "withdrawn");
      pledged(vault, 2, "confirmed", "strike");
      pledged(vault, 3, "done");
      for (const n of [1, 2, 3]) signed(vault, n, "1");
    });
    expect(await look(folder, ({ letters }) => [...letters.signedTexts()])).toEqual([
      [person(3).id, hash("1")],
    ]);
  });
});
