/** Three hundred people who grow by lists and are forgotten one by one: nothing of them is left in any file. */
import { expect } from "vitest";

import { dataKeyOf, decryptedImage } from "../../support/decrypted-image.ts";
import { filesNaming } from "../../support/leaks.ts";
import { itWith } from "../../support/programs.ts";
import { keys } from "../../support/pseudo-terminal.ts";
import type { Step } from "../../support/pseudo-terminal.ts";
import { passphrase, sampleCampaign } from "../../support/sample.ts";
import { canary, tracedPledge } from "./traced-pledge.ts";

const people = 300;
/** So many of them under strace, whose log of a file that is rewritten is ten times the file. */
const traced = 5;

/** Each of them under a name and an address of her own, with a note of another length in every round. */
const list = (round: number): string =>
  Array.from(
    { length: people },
    (_, n) =>
      `${canary} ${n},canary-${n}@home.example,${canary} ${"+".repeat((n * round * 37) % 900)}\n`,
  ).join("");

interface Listed {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

itWith(
  ["strace", "script"],
  "three hundred people grow, are forgotten, and leave nothing",
  async () => {
    const { home, run, typed, given, path, found } = tracedPledge();
    run([
      "init",
      "--from",
      given("campaign.json", JSON.stringify(sampleCampaign)),
      "--kdf",
      "light",
    ]);
    run(["add", "--from", given("other.json", '{"name":"Somebody Else"}')]);
    for (const round of [1, 2, 3, 4]) {
      const table = given(`list-${round}.csv`, `Name,Email,Notes\n${list(round)}`);
      run(["import", table, "--yes", "--force"]);
    }
    const image = async (folder = path("vault")): Promise<string> =>
      (await decryptedImage(folder, await dataKeyOf(folder, passphrase))).toString("latin1");
    expect((await image()).split(canary).length).toBeGreaterThan(people);
    const ids = (JSON.parse(run(["list", "--json"])) as Listed).people
      .filter(({ name }) => name.includes(canary))
      .map(({ id }) => id);
    expect(ids).toHaveLength(people);
    const steps = ids.slice(traced).map((id): Step => ({
      waitFor: /pledge> $/u,
      type: `forget ${id} --yes${keys.enter}`,
    }));
    const leave: Step = { waitFor: /pledge> $/u, type: keys.ctrlD };
    await typed(["shell"], [...steps, leave], "untraced");
    run(["backup", path("backup")]);
    for (const id of ids.slice(0, traced)) run(["forget", id, "--yes"]);
    run(["--vault", path("restored"), "restore", path("backup")]);
    expect(found).toEqual([]);
    for (const text of [await image(), await image(path("restored"))]) {
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/canary-\d/u);
      expect(text).toContain("Somebody Else");
    }
    const outside = filesNaming(home.folder, canary).filter(
      (file) => ![path("input"), path("strace.log")].some((one) => file.startsWith(one)),
    );
    expect(outside).toEqual([]);
  },
);
