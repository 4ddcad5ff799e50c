/** How little a newcomer has to do, counted. */
import { expect, it } from "vitest";

import { sampleCampaign, testWorld } from "../support/world.ts";

it("asks five questions at init", async () => {
  const world = await testWorld();
  world.answers(["rowan", "No contracts", "Example Corp", "60", "words"]);
  const made = await world.pledge("--passphrase-file", "", "init");
  expect(made.exitCode).toBe(0);
  expect(world.questions()).toHaveLength(5);
});

it("asks five questions a person, three of them answered by Enter", async () => {
  const world = await testWorld();
  await world.init();
  const enter = "";
  const answers = ["Sample Person", enter, ["sign"], enter, enter];
  world.answers([...answers, enter]);
  const added = await world.pledge("add");
  expect(added.exitCode).toBe(0);
  // The last one is the next name, left empty.
  expect(world.questions()).toHaveLength(5 + 1);
  expect(answers.filter((answer) => answer !== enter)).toHaveLength(2);
  const { people } = JSON.parse((await world.pledge("list", "--json")).stdout) as {
    people: unknown[];
  };
  expect(people).toMatchObject([
    { name: "Sample Person", pledges: [{ action: "sign", display: "counted" }] },
  ]);
});

it("takes two commands from a new vault to a previewed letter", async () => {
  const world = await testWorld();
  await world.init(sampleCampaign);
  expect(await world.pledge("letter", "start", "employer-demands", "--no-input")).toMatchObject({
    exitCode: 0,
  });
  const preview = await world.pledge("letter", "preview", "employer-demands");
  expect(preview.exitCode).toBe(0);
  expect(preview.stdout).toContain("Dear Dana Roe,");
});
