import { expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { fileOf, insideOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] });

it("peek says of a file of another campaign that it is of another", async () => {
  const rowan = member("rowan");
  const heron = await insideOf(member("heron"));
  const other = "is of another campaign than the one in this vault";
  for (const [campaign, isOther] of [
    [heron.committee.definition.id, false],
    ["00000000-0000-4000-8000-000000000000", true],
  ] as const) {
    const file = put(rowan, "peeked.tally", await fileOf(heron, { campaign }));
    const said = JSON.parse(await done(rowan, "peek", file, "--inside", "--json")) as {
      readonly member: readonly string[];
    };
    expect(said.member.join(" ").includes(other)).toBe(isOther);
  }
});
