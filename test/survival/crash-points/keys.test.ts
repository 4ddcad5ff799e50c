/** Commands that change what opens a vault, crashed at every point: it opens, and holds everything. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { passphrase } from "../../support/sample.ts";
import { opening, saltOf } from "./content.ts";
import { byContent, byWays, vaultIn, whichOpens } from "./judges.ts";
import { crashedWhere, replay } from "./replay.ts";
import { beginScene, inVault, peopleFrom } from "./scene.ts";
import type { Scene } from "./scene.ts";

const another = "another sample passphrase, of six words";
const byPassphrase = (typed: string) => ({ by: "passphrase", passphrase: typed }) as const;
const byWords = (words: string) => ({ by: "recovery", words: words.trim() }) as const;

describeWith(["strace"], "after a crash at any point", () => {
  let scene: Scene;
  let words: string;
  let anotherFile: string;
  beforeAll(() => {
    scene = beginScene();
    words = scene.done("recovery", "new", "--yes");
    anotherFile = scene.home.file("another", `${another}\n`);
  });

  it("of `passphrase change` the old passphrase opens the vault or the new one", async ({
    task,
  }) => {
    const run = inVault(scene, "passphrase", "change", "--new-passphrase-file", anotherFile);
    const tell = (place: string) =>
      whichOpens(place, byPassphrase(passphrase), byPassphrase(another));
    const judge = await byWays(run, tell, another);
    task.meta.replayed = await replay("passphrase change", run, judge, 12);
  });

  it("of `passphrase add` the first passphrase opens the vault, with the second or without", async ({
    task,
  }) => {
    const run = inVault(scene, "passphrase", "add", "--new-passphrase-file", anotherFile);
    const judge = await byWays(run, async (place) =>
      (await opening(vaultIn(place), byPassphrase(another))) === "ok" ? "new" : "old",
    );
    task.meta.replayed = await replay("passphrase add", run, judge, 12);
  });

  it("of `recovery new` the old words open the vault or the new ones", async ({ task }) => {
    const run = inVault(scene, "recovery", "new", "--yes");
    const judge = await byWays(run, (place) =>
      whichOpens(place, byWords(words), byWords(run.stdout)),
    );
    task.meta.replayed = await replay("recovery new", run, judge, 12);
  });

  it("of `rekey` the passphrase opens the vault, under the old key or the new one", async ({
    task,
  }) => {
    // With a log that a killed command left: it is of the old key, and may not come beside a database under the new one.
    const people = scene.home.file("more.jsonl", peopleFrom(13, 14));
    const added = inVault(scene, "add", "--from", people);
    const judgeAdded = await byContent(added);
    const killed = await crashedWhere(
      added,
      async (place) => (await judgeAdded(place).catch(() => "old")) === "new",
    );
    const run = inVault({ ...scene, vault: vaultIn(killed) }, "rekey", "--yes");
    expect(statSync(join(vaultIn(run.before), "vault.db-wal")).size).toBeGreaterThan(0);
    const old = saltOf(vaultIn(run.before));
    expect(saltOf(vaultIn(run.after))).not.toBe(old);
    const judge = await byWays(run, async (place) => {
      // The old words are of the old key.
      const byOld = await opening(vaultIn(place), byWords(words));
      const outcome = saltOf(vaultIn(place)) === old ? "old" : "new";
      if ((byOld === "ok") !== (outcome === "old")) throw new Error(`the old words: ${byOld}`);
      return outcome;
    });
    task.meta.replayed = await replay("rekey", run, judge, 450);
  });
});
