/** What was cut short is finished by whoever opens the vault next; that is crashed at every point too. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { saltOf } from "./content.ts";
import { byContent, contentIn, erasing, vaultIn } from "./judges.ts";
import { crashedWhere, replay } from "./replay.ts";
import type { Judge } from "./replay.ts";
import { ofCopy, runTraced } from "./run-traced.ts";
import type { Run } from "./run-traced.ts";
import { beginScene, inVault } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { whoLeavesTraces } from "./traces.ts";

const isPending = (place: string): boolean =>
  (JSON.parse(readFileSync(join(vaultIn(place), "vault.json"), "utf8")) as { pending: unknown })
    .pending !== null;

describeWith(["strace"], "after a second crash, while what was cut short is finished", () => {
  let scene: Scene;
  beforeAll(() => {
    scene = beginScene();
  });

  /** Opens the vault of a place, as every command does. */
  const list = (place: string): Run =>
    runTraced(scene.home, vaultIn(place), (copy) => ["--vault", vaultIn(copy), "list"]);

  it.for([
    ["before the new database had its place", true],
    ["after the new database had its place", false],
  ] as const)(
    "a rekeying that was cut short %s loses nothing",
    async ([when, underOld], { task }) => {
      const rekeyed = inVault(scene, "rekey", "--yes");
      const old = saltOf(vaultIn(rekeyed.before));
      const crashed = await crashedWhere(
        rekeyed,
        (place) => isPending(place) && (saltOf(vaultIn(place)) === old) === underOld,
      );
      const whole = await ofCopy(rekeyed.before, contentIn);
      const opened = list(crashed);
      expect([isPending(opened.before), isPending(opened.after)]).toEqual([true, false]);
      const judge: Judge = async (place) => {
        if ((await contentIn(place)) !== whole) throw new Error("it does not hold what it held");
        expect((saltOf(vaultIn(place)) === old) === underOld).toBe(true);
        expect(isPending(place)).toBe(false);
        return "new";
      };
      task.meta.replayed = await replay(`list ${when}`, opened, judge, 18);
    },
  );

  it("somebody who was erased stays erased, and leaves no trace", async ({ task }) => {
    const moved = beginScene();
    const { id, name } = await whoLeavesTraces(moved.vault);
    const forgot = inVault(moved, "forget", id, "--yes");
    const judge = erasing(await byContent(forgot), name);
    const crashed = await crashedWhere(
      forgot,
      async (place) => (await judge(place).catch(() => "old")) === "new",
    );
    const present = await ofCopy(forgot.after, contentIn);
    const erased: Judge = async (place) => {
      expect(await contentIn(place)).toBe(present);
      return "new";
    };
    const judged = erasing(erased, name);
    task.meta.replayed = await replay("list before VACUUM", list(crashed), judged, 350);
  });
});
