/** A letter and a published count of the same people: neither can be taken from the other. All people are made up. */
import { join } from "node:path";
import { expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { named, several, signWith, signingCommittee } from "./signing-world.ts";

const worldOf = signingCommittee({
  rowan: [
    named("Örnek Kişi", { team: "cloud" }),
    named("Zoë Voorbeeld", { team: "cloud" }),
    ...several(13, "cloud", { team: "cloud" }),
    ...several(9, "ads", { team: "ads" }),
  ],
  heron: [],
});

interface Answered {
  readonly shown: readonly {
    readonly atLeast: number;
    readonly teams: readonly { readonly team: string; readonly atLeast: number }[];
  }[];
}

it("shows of those who sign what the letter shows, once one is out", async () => {
  const rowan = worldOf("rowan");
  let files = 0;
  const shown = async (...args: readonly string[]): Promise<string> => {
    files += 1;
    const out = ["-o", join(rowan.folder, `${files}.json`), "--only", "sign", "--yes", "--json"];
    const answer = await done(rowan, "tally", "publish", ...args, ...out);
    const [sign] = (JSON.parse(answer) as Answered).shown;
    return `${sign?.atLeast}: ${sign?.teams.map(({ team, atLeast }) => `${team} ${atLeast}`).join(", ")}`;
  };
  const write = (): Promise<string> =>
    done(rowan, "letter", "write", "first", "--format", "md", "--quiet");
  expect(await shown("--first")).toBe("20: cloud 15");
  // Two names, and more than 20 others.
  expect(await write()).toContain("more than 22 w");
  expect(await shown()).toBe("20: ");
  await signWith(rowan, several(12, "more", { team: "data" }));
  // The letter was written before they came.
  expect(await shown()).toBe("20: ");
  expect(await write()).toContain("more than 32 w");
  expect(await shown()).toBe("30: ");
  const { stderr } = await rowan.pledge(
    "tally",
    "publish",
    "--only",
    "sign",
    "--yes",
    "--format",
    "md",
  );
  expect(stderr.replaceAll(/\s+/gu, " ")).toContain("For a later number write the letter anew");
});
