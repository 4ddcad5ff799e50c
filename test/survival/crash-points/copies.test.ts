/** Commands that make a vault or a backup anew, and the step up from an older schema, crashed at every point. */
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import { describeWith } from "../../support/programs.ts";
import { createHome } from "../../support/real-pledge.ts";
import { passphrase } from "../../support/sample.ts";
import { vaults } from "../vault-looks.ts";
import { contentOf } from "./content.ts";
import { contentIn, vaultIn } from "./judges.ts";
import { replay } from "./replay.ts";
import { ofCopy, runTraced } from "./run-traced.ts";
import { beginCommittee, beginScene } from "./scene.ts";

const day = "2026-11-22" as Day;
const unlock = { by: "passphrase", passphrase } as const;

describeWith(["strace"], "after a crash at any point", () => {
  it("a backup is whole or not there, and the vault untouched", async ({ task }) => {
    const { home, vault } = beginScene();
    const run = runTraced(home, vault, (place) => [
      "--vault",
      vaultIn(place),
      "backup",
      join(place, "campaign.backup"),
    ]);
    // That there is a backup is noted before it is made, so that none is forgotten.
    const vaultStates = [run.before, run.after].map((place) => ofCopy(place, contentIn));
    const [untouched, noted] = await Promise.all(vaultStates);
    const judge = async (place: string) => {
      const content = await contentIn(place);
      if (content !== untouched && content !== noted) throw new Error("the vault has changed");
      const file = join(place, "campaign.backup");
      if (!existsSync(file)) {
        // What a crash left keeps nobody from making one.
        const again = await vaults.backup(vaultIn(place), unlock, { file, day });
        if (!again.ok) throw new Error(`no backup can be made: ${again.failure.type}`);
        return "old";
      }
      const restored = await vaults.restore(file, join(place, "restored"), unlock);
      if (!restored.ok) throw new Error(`it is no backup: ${restored.failure.type}`);
      if ((await contentOf(join(place, "restored"), passphrase)) !== noted)
        throw new Error("the backup is of something else");
      return "new";
    };
    task.meta.replayed = await replay("backup", run, judge, 30);
  });

  it("a restored vault is whole or not there", async ({ task }) => {
    const { scene } = beginCommittee();
    const backup = join(scene.home.folder, "campaign.backup");
    scene.done("backup", backup);
    const target = (place: string): string => join(place, "some", "folder");
    const run = runTraced(scene.home, undefined, (place) => [
      "--vault",
      target(place),
      "restore",
      backup,
    ]);
    const whole = await ofCopy(run.after, (place) => contentOf(target(place), passphrase));
    const judge = async (place: string) => {
      if (existsSync(target(place))) {
        if ((await contentOf(target(place), passphrase)) !== whole)
          throw new Error("the vault is not whole");
        return "new";
      }
      const again = await vaults.restore(backup, target(place), unlock);
      if (!again.ok) throw new Error(`not restored again: ${again.failure.type}`);
      await contentOf(target(place), passphrase);
      return "old";
    };
    task.meta.replayed = await replay("restore", run, judge, 20);
  });

  it("a vault of the first schema opens with all that was in it", async ({ task }) => {
    const home = createHome();
    const old = join(home.folder, "vault");
    mkdirSync(old, { mode: 0o700 });
    const fixtures = new URL("../../adapters/vault/fixtures/schema-1/", import.meta.url);
    copyFileSync(new URL("vault.db", fixtures), join(old, "vault.db"));
    for (const name of ["vault.json", "vault.json.bak"])
      copyFileSync(new URL("vault.json.bak", fixtures), join(old, name));
    const run = runTraced(home, old, (place) => ["--vault", vaultIn(place), "list"]);
    const whole = await ofCopy(run.after, contentIn);
    const judge = async (place: string) => {
      if ((await contentIn(place)) !== whole) throw new Error("it is not whole");
      // Opening it takes the step: there is no old one afterwards.
      return "new" as const;
    };
    task.meta.replayed = await replay("list, a step up", run, judge, 250);
  });
});
