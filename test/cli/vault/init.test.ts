import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { sampleCampaign, testWorld } from "../../support/world.ts";

describe("pledge init", () => {
  it("asks five things and makes a vault that only its owner can read", async () => {
    const world = await testWorld();
    world.answers(["rowan", "No contracts with the police", "Example Corp", "60", "words"]);
    const ran = await world.pledge("--passphrase-file", "", "init");
    expect(ran.stderr).toBe("");
    expect(ran.exitCode).toBe(0);
    expect(world.questions()).toHaveLength(5);
    for (const name of ["", "vault.json", "vault.json.bak", "vault.db"]) {
      expect(statSync(join(world.vaultFolder, name)).mode & 0o077).toBe(0);
    }
  });

  it("reads a campaign from a file and says what to do next", async () => {
    const world = await testWorld();
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(await world.transcript("init", "--from", file)).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      The vault is in ~/vault. Next:
        pledge add                              record the first people
        pledge letter start employer-demands    begin the letter
        pledge recovery new                     24 words on paper, for when the passphrase is lost
      [exit 0]"
    `);
  });
});
