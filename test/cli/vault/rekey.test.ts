/** `pledge rekey`. */
import { describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";

describe("pledge rekey", () => {
  it("says when it is needed, asks, and names what opens the vault no more", async () => {
    const world = await testWorld();
    await world.init();
    await world.pledge("recovery", "new", "--yes");
    world.answers([true]);
    expect(await world.transcript("rekey")).toMatchInlineSnapshot(`
      "$ pledge rekey
      The vault is encrypted under a new key. These open it no more, make new ones: the twenty-four recovery words.
      ! A new passphrase locks the same key up anew: whoever had a copy of the vault and the old passphrase has that key, and reads with it what you write from now on. Rekey makes another key. What you opened the vault with opens it afterwards; other passphrases, recovery words and shares do not.
      ! Copies and backups made before are as they were: make a new backup and destroy those.
      [exit 0]"
    `);
    expect((await world.pledge("passphrase", "list")).stdout).toBe("1  a passphrase\n");
    expect((await world.pledge("list")).exitCode).toBe(0);
    expect((await world.pledge("doctor")).stdout).not.toContain("database is damaged");
    expect((await world.pledge("rekey", "--yes", "--json")).stdout).toBe(
      '{"v":1,"rekeyed":true,"removed":[]}\n',
    );
  });

  it("changes nothing without a yes, nor with a wrong passphrase", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([false]);
    expect((await world.pledge("rekey")).exitCode).toBe(1);
    world.answers(["^C"]);
    expect((await world.pledge("rekey")).exitCode).toBe(130);
    expect((await world.pledge("rekey", "--no-input")).exitCode).toBe(2);
    const wrong = world.file("wrong", "not this sample passphrase");
    const tried = await world.pledge("--passphrase-file", wrong, "rekey", "--yes");
    expect(tried.exitCode).toBe(3);
    expect((await world.pledge("list")).exitCode).toBe(0);
  });
});
