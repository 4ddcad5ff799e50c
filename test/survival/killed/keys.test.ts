/** kill -9 in the middle of `passphrase change` and `rekey`: the vault opens, by the old or the new one, with all that is in it. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Unlock } from "../../../src/domain/vault/vault.ts";
import type { Home } from "../../support/real-pledge.ts";
import { passphrase } from "../../support/sample.ts";
import { look, namesIn, vaults } from "../vault-looks.ts";
import { homeWithVault, momentsOf, rounds, runAndKill } from "./killing.ts";

let home: Home;
let folder: string;
let expected: ReadonlyMap<string, string>;

beforeEach(async () => {
  home = homeWithVault();
  folder = join(home.folder, "vault");
  const people = Array.from({ length: 3000 }, (_, n) =>
    JSON.stringify({ name: `Sample Person ${n}`, actions: ["sign"], note: "n".repeat(300) }),
  );
  home.pledge(["add", "--from", home.file("people.jsonl", people.join("\n"))]);
  expected = await look(folder, namesIn);
});

const by = (text: string): Unlock => ({ by: "passphrase", passphrase: text });

const opens = async (text: string): Promise<boolean> => {
  const opened = await vaults.open(folder, by(text));
  if (opened.ok) opened.value.close();
  return opened.ok;
};

const changing = (from: string, to: string): readonly string[] => [
  "--passphrase-file",
  home.file("old", from),
  "passphrase",
  "change",
  "--new-passphrase-file",
  home.file("new", to),
];

describe("kill -9 in the middle of", () => {
  it(`passphrase change leaves the old one or the new one, ${rounds} times`, async () => {
    let present = passphrase;
    const next = (round: number): string => `sample passphrase of round ${round}`;
    const whole = await runAndKill(home, changing(present, next(0)));
    present = next(0);
    const outcomes = new Set<boolean>();
    for (const [index, moment] of momentsOf(whole.milliseconds).entries()) {
      const wanted = next(index + 1);
      const { stdout } = await runAndKill(home, changing(present, wanted), moment);
      const [old, fresh] = [await opens(present), await opens(wanted)];
      expect([old, fresh].filter(Boolean), `killed after ${moment} ms`).toHaveLength(1);
      if (stdout.includes("new passphrase")) expect(fresh).toBe(true);
      outcomes.add(fresh);
      present = fresh ? wanted : present;
      expect(await look(folder, namesIn, by(present))).toEqual(expected);
    }
    expect(outcomes).toContain(false);
  });

  it(`rekey leaves everything under the old key or the new one, ${rounds} times`, async () => {
    const whole = await runAndKill(home, ["rekey", "--yes"]);
    expect(whole.stdout).toContain("new key");
    let killed = 0;
    for (const moment of momentsOf(whole.milliseconds)) {
      const { ended } = await runAndKill(home, ["rekey", "--yes"], moment);
      killed += ended ? 0 : 1;
      expect(await look(folder, namesIn), `killed after ${moment} ms`).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(0);
  });
});
