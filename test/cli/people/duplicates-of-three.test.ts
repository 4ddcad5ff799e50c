/** `pledge duplicates` where more than two records are one person: an answer to one pair is heard by the next. */
import { describe, expect, it } from "vitest";

import { pairsIn, ready } from "./lookalikes.ts";

describe("three records that may be one person", () => {
  it("are asked about once where three are one person", async () => {
    const three = ["Ana Gómez", "Ana Gomez", "Gómez Ana"].map((name, index) => ({
      name,
      team: "cloud",
      date: `2026-11-1${index}`,
    }));
    const { world, names } = await ready(three);
    expect(await pairsIn(world)).toHaveLength(3);
    world.answers(["first", "first"]);
    const { stdout } = await world.pledge("duplicates");
    expect(stdout).toBe("2 pairs are one person now.\n");
    expect(await names()).toEqual(["Ana Gómez"]);
  });

  it.each(["first", "second"])(
    "are not asked about twice in one go, whichever is kept: %s",
    async (kept) => {
      const three = ["Ana Gómez", "Ana Gomez", "Gómez Ana"].map((name) => ({
        name,
        team: "cloud",
      }));
      const { world } = await ready(three);
      world.answers(["later", kept]);
      const { stdout } = await world.pledge("duplicates");
      expect(stdout).toBe("1 pair is one person now, 1 left for later.\n");
      expect(await pairsIn(world)).toHaveLength(1);
    },
  );

  it("are compared as they are by now, where one was merged before", async () => {
    const [mail, phone] = [
      { kind: "email", value: "ana@example.org" },
      { kind: "phone", value: "+12025550100" },
    ];
    const { world, names } = await ready([
      { name: "Ana Gómez", contacts: [mail], date: "2026-11-10" },
      { name: "A. G.", contacts: [mail, phone], date: "2026-11-11" },
      { name: "Night shift", contacts: [phone], date: "2026-11-12" },
    ]);
    world.answers(["first", "first"]);
    expect((await world.pledge("duplicates")).stdout).toBe("2 pairs are one person now.\n");
    expect(await names()).toEqual(["Ana Gómez"]);
  });
});
