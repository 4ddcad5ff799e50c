/** `pledge demand list`: what can be demanded, in whose words, and how it stands. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const drones = {
  title: "No drones for the police",
  ask: "Sell no drones to police departments.",
  satisfiedBy: "every such order is cancelled.",
  withinDays: 60,
  why: "What we build to find lost hikers is used to watch demonstrations.",
  objection: { expect: "Somebody else will.", answer: "Then they answer for it." },
};

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init({ demands: ["drop-contracts", "stronger-encryption"] });
});

const file = (content: unknown): string => world.file("demand.json", JSON.stringify(content));

const documentOf = async (...args: readonly string[]): Promise<unknown> => {
  const ran = await world.pledge(...args, "--json");
  return JSON.parse(ran.exitCode === 0 ? ran.stdout : ran.stderr) as unknown;
};

describe("pledge demand list", () => {
  it("shows the campaign's first, whose each is, and how it stands", async () => {
    await world.pledge("demand", "add", "--from", file(drones));
    await world.pledge("demand", "edit", "drop-contracts", "--from", file({ withinDays: 30 }));
    await world.pledge("demand", "state", "stronger-encryption", "partly-met", "--no-input");
    expect(await world.transcript("demand", "list")).toMatchInlineSnapshot(`
      "$ pledge demand list
      In the campaign:
        drop-contracts: Drop the contracts with law enforcement; yours, in the
          place of pledge's; open
        stronger-encryption: Encryption that leaves nothing useful to disclose;
          partly met since 2026-11-22

      Not in the campaign:
        data-minimization: Collect less, keep it briefly
        disclose-contracts: Say which contracts there are
        drop-immigration-enforcement: No work for ICE and the Border Patrol
        end-facial-recognition: An end to facial recognition
        end-partnerships: No partnerships with police
        no-business-with-contractors: No business with contractors for law
          enforcement
        no-drones-police: No drones for the police; your own
        no-new-bids: No new bids for law-enforcement contracts
        no-retaliation: No retaliation
        policy-and-enforcement: A policy that is published and enforced
        require-subpoenas: A judge's subpoena, order or warrant before any
          disclosure
        right-to-refuse: A right to refuse this work
      [exit 0]"
    `);
    expect(await documentOf("demand", "list")).toMatchInlineSnapshot(`
      {
        "demands": [
          {
            "inCampaign": true,
            "key": "drop-contracts",
            "origin": "changed",
            "state": "open",
            "title": "Drop the contracts with law enforcement",
          },
          {
            "inCampaign": true,
            "key": "stronger-encryption",
            "origin": "package",
            "since": "2026-11-22",
            "state": "partly-met",
            "title": "Encryption that leaves nothing useful to disclose",
          },
          {
            "inCampaign": false,
            "key": "data-minimization",
            "origin": "package",
            "state": "open",
            "title": "Collect less, keep it briefly",
          },
          {
            "inCampaign": false,
            "key": "disclose-contracts",
            "origin": "package",
            "state": "open",
            "title": "Say which contracts there are",
          },
          {
            "inCampaign": false,
            "key": "drop-immigration-enforcement",
            "origin": "package",
            "state": "open",
            "title": "No work for ICE and the Border Patrol",
          },
          {
            "inCampaign": false,
            "key": "end-facial-recognition",
            "origin": "package",
            "state": "open",
            "title": "An end to facial recognition",
          },
          {
            "inCampaign": false,
            "key": "end-partnerships",
            "origin": "package",
            "state": "open",
            "title": "No partnerships with police",
          },
          {
            "inCampaign": false,
            "key": "no-business-with-contractors",
            "origin": "package",
            "state": "open",
            "title": "No business with contractors for law enforcement",
          },
          {
            "inCampaign": false,
            "key": "no-drones-police",
            "origin": "own",
            "state": "open",
            "title": "No drones for the police",
          },
          {
            "inCampaign": false,
            "key": "no-new-bids",
            "origin": "package",
            "state": "open",
            "title": "No new bids for law-enforcement contracts",
          },
          {
            "inCampaign": false,
            "key": "no-retaliation",
            "origin": "package",
            "state": "open",
            "title": "No retaliation",
          },
          {
            "inCampaign": false,
            "key": "policy-and-enforcement",
            "origin": "package",
            "state": "open",
            "title": "A policy that is published and enforced",
          },
          {
            "inCampaign": false,
            "key": "require-subpoenas",
            "origin": "package",
            "state": "open",
            "title": "A judge's subpoena, order or warrant before any disclosure",
          },
          {
            "inCampaign": false,
            "key": "right-to-refuse",
            "origin": "package",
            "state": "open",
            "title": "A right to refuse this work",
          },
        ],
        "v": 1,
      }
    `);
  });

  it("names what the committee demands and nobody here has written", async () => {
    await world.inVault((vault) => {
      const campaign = vault.campaign.get();
      vault.transaction(() => {
        const demands = ["from-elsewhere", ...campaign.demands] as unknown as never;
        return { ok: true, value: vault.campaign.save({ ...campaign, demands }) };
      });
    });
    const { stdout } = await world.pledge("demand", "list");
    expect(stdout).toMatch(
      /^In the campaign:\n {2}from-elsewhere; its text is with whoever wrote it; open\n/u,
    );
    const refused = await world.pledge("letter", "start", "employer-demands", "--no-input");
    expect(refused.exitCode).toBe(5);
    expect(refused.stderr).toContain("pledge demand add");
  });

  it("fits a narrow screen", async () => {
    const narrow = await testWorld({ columns: 40 });
    await narrow.init({ demands: ["drop-contracts"] });
    for (const args of [["list"], ["show", "drop-contracts"]]) {
      const { stdout } = await narrow.pledge("demand", ...args);
      expect(stdout.split("\n").filter((line) => line.length > 40)).toEqual([]);
    }
  });
});
