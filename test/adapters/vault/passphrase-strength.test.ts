import { describe, expect, it } from "vitest";

import { randomPassphrase } from "../../../src/adapters/vault/passphrase-words.ts";
import { strengthOf } from "../../../src/adapters/vault/passphrase-strength.ts";
import { weakness } from "../../../src/domain/vault/passphrase.ts";

const isWeak = async (passphrase: string): Promise<boolean> =>
  weakness(await strengthOf(passphrase)) !== undefined;

describe("the strength of a passphrase", () => {
  it.each([
    "short",
    "password123456",
    "qwertyuiopasdf",
    "aaaaaaaaaaaaaaaaaaaa",
    "unionpledge2026",
    "blue seven river",
    "Oaklandunion",
    "Michael1984!",
    "ocelot ocelot ocelot ocelot ocelot ocelot",
  ])("refuses %j", async (passphrase) => {
    expect(await isWeak(passphrase)).toBe(true);
  });

  it.each(["correct horse battery staple tulip", "xK9#mQ2$vL7p", "contraseña muy segura de noche"])(
    "takes %j",
    async (passphrase) => {
      expect(await isWeak(passphrase)).toBe(false);
    },
  );

  it("takes what we offer, each time", async () => {
    for (let times = 0; times < 200; times += 1)
      expect(await isWeak(randomPassphrase())).toBe(false);
  });
});
