/** Two letters of one name, one of them the committee's. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryTo, lettersIn, share, start, textOf, textsIn } from "./carried-letters.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] });

let rowan: TestWorld;
let heron: TestWorld;

beforeEach(() => {
  [rowan, heron] = [member("rowan"), member("heron")];
});

describe("a letter of one's own under the same name", () => {
  beforeEach(async () => {
    await start(heron, "first", { answerBy: "2026-12-05" });
    await done(heron, "letter", "freeze", "first", "--yes");
    await start(rowan, "first", { answerBy: "2026-12-01" });
    await share(rowan, "first");
    await carryTo(rowan, heron);
  });

  it("stays, and the shared one has another name once and for all", async () => {
    const own = await textOf(heron, "first");
    const expected = async () => [`first ${own}`, `first-2* ${await textOf(rowan, "first")}`];
    expect(await lettersIn(heron)).toEqual(await expected());
    await done(
      rowan,
      "campaign",
      "edit",
      "--from",
      rowan.file("c.json", `{"campaign":"Another"}`),
      "-o",
      join(rowan.folder, "letters.pledge"),
      "--force",
    );
    await carryTo(rowan, heron);
    expect(await lettersIn(heron)).toEqual(await expected());
    await done(rowan, "letter", "edit", "first", "--set", "answerBy=2026-12-20", "--yes");
    await share(rowan, "first");
    await carryTo(rowan, heron);
    expect(await lettersIn(heron)).toEqual(await expected());
  });

  it("is shared under a name that is free among the texts, and again when it has changed", async () => {
    await share(heron, "first");
    expect(await textsIn(heron)).toEqual(["first", "first-2"]);
    await carryTo(heron, rowan);
    const theirs = async () => [
      `first ${await textOf(rowan, "first")}`,
      `first-2* ${await textOf(heron, "first")}`,
    ];
    expect(await lettersIn(rowan)).toEqual(await theirs());
    await done(heron, "letter", "edit", "first", "--set", "answerBy=2026-12-20", "--yes");
    await share(heron, "first");
    expect(await textsIn(heron)).toEqual(["first", "first-2"]);
    await carryTo(heron, rowan);
    expect(await lettersIn(rowan)).toEqual(await theirs());
  });

  it("with the same text is the shared one, and can still be changed", async () => {
    await start(heron, "second", { answerBy: "2026-12-20" });
    await start(rowan, "second", { answerBy: "2026-12-20" });
    await done(heron, "letter", "freeze", "second", "--yes");
    await share(rowan, "second");
    await carryTo(rowan, heron);
    expect((await lettersIn(heron)).map((one) => one.split(" ")[0])).toEqual([
      "first",
      "first-2*",
      "second",
    ]);
    await done(heron, "letter", "edit", "second", "--set", "answerBy=2026-12-21", "--yes");
  });
});
