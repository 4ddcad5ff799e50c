/** `pledge demand state`: how a demand stands, and how it came to. */
import { beforeEach, describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init({ demands: ["drop-contracts"] });
});

const file = (content: unknown): string => world.file("change.json", JSON.stringify(content));

const shown = async (key: string): Promise<unknown> =>
  JSON.parse((await world.pledge("demand", "show", key, "--json")).stdout) as unknown;

describe("pledge demand state", () => {
  it("keeps every change with the company's words, the last by day as how it stands", async () => {
    world.answers(["We will look into it."]);
    expect(await world.transcript("demand", "state", "drop-contracts", "partly-met"))
      .toMatchInlineSnapshot(`
      "$ pledge demand state drop-contracts partly-met
      drop-contracts: partly met since 2026-11-22.
      [exit 0]"
    `);
    await world.pledge(
      "demand",
      "state",
      "drop-contracts",
      "refused",
      "--from",
      file({ since: "2026-11-20", words: "No.\nNot now." }),
    );
    expect(await world.transcript("demand", "show", "drop-contracts")).toMatchInlineSnapshot(`
      "$ pledge demand show drop-contracts
      drop-contracts: Drop the contracts with law enforcement

      Ask           End all contracts with law-enforcement agencies.
      Satisfied by  every one has ended, bidding has stopped, and a public list gives
                    the product and value of each.
      Within        90 days after the answer is due
      Why           Law-enforcement agencies do not build what they watch people with;
                    they buy it. While a contract stands, all of us work for it,
                    whichever team we are in. A pause on one product is no answer,
                    because it leaves every other contract as it was.
      Objection     These contracts are legal, and if we drop them a competitor will
                    take them.
      Answer        Both may be true, and neither is a reason for us to do the work.
      Source        Amazon's one-year moratorium on police use of its facial
                    recognition did not touch Ring's partnerships with more than 1,350
                    police departments; 29 of them were signed in the weeks after
                    George Floyd was killed. (Athena, statement on Amazon's moratorium
                    on police use of Rekognition, 2020-06-11)
      Source        The head of Amazon Web Services said that he did not know how many
                    police forces were using Rekognition. (Evan Greer, Fight for the
                    Future, in Athena's statement on Amazon's moratorium, 2020-06-11)
      Stands        2026-11-20: refused. In its words: No. Not now.
                    2026-11-22: partly met. In its words: We will look into it.
      [exit 0]"
    `);
    expect(await shown("drop-contracts")).toMatchObject({
      changes: [
        { state: "refused", since: "2026-11-20", words: "No.\nNot now." },
        { state: "partly-met", since: "2026-11-22", words: "We will look into it." },
      ],
    });
  });

  it("notes nothing that was so already, unless there are words to it", async () => {
    const again = ["demand", "state", "drop-contracts", "open", "--no-input", "--json"] as const;
    expect(JSON.parse((await world.pledge(...again)).stdout)).toEqual({
      v: 1,
      demand: { key: "drop-contracts", state: "open" },
      changed: false,
    });
    expect(await shown("drop-contracts")).toMatchObject({ changes: [] });
    await world.pledge(
      "demand",
      "state",
      "drop-contracts",
      "open",
      "--from",
      file({ words: "Later." }),
    );
    expect(await shown("drop-contracts")).toMatchObject({ changes: [{ state: "open" }] });
  });

  it.each([
    [["drop-contracts", "done"], 2, /partly-met/u],
    [["mine", "met"], 2, /there is no demand of that key/u],
  ])("refuses %s", async (given, exitCode, message) => {
    const ran = await world.pledge("demand", "state", ...given, "--no-input");
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).toMatch(message);
  });

  it("refuses a day that has not come", async () => {
    const ran = await world.pledge(
      "demand",
      "state",
      "drop-contracts",
      "met",
      "--from",
      file({ since: "2026-11-23" }),
    );
    expect(ran).toMatchObject({ exitCode: 5, stdout: "" });
    expect(ran.stderr).toContain('"since" is a day that has not come yet');
  });
});
