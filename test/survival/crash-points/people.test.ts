/** Commands that write people, crashed at every point: all of what was asked for is there, or nothing of it. */
import { readFileSync } from "node:fs";
import { beforeAll, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { byContent, erasing } from "./judges.ts";
import { replay } from "./replay.ts";
import { beginCommittee, beginScene, inVault, peopleFrom } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { whoLeavesTraces } from "./traces.ts";

const contacts = new URL("../../domain/people/import/samples/action-network.csv", import.meta.url);

describeWith(["strace"], "after a crash at any point", () => {
  let scene: Scene;
  let tally: string;
  beforeAll(() => {
    ({ scene, tally } = beginCommittee());
  });

  it("`add` has added everybody or nobody", async ({ task }) => {
    const people = scene.home.file("more.jsonl", peopleFrom(13, 24));
    const added = inVault(scene, "add", "--from", people);
    task.meta.replayed = await replay("add", added, await byContent(added), 100);
  });

  it("`import` has taken in the whole list or nothing", async ({ task }) => {
    const list = scene.home.file("list.csv", readFileSync(contacts, "utf8"));
    const imported = inVault(scene, "import", list, "--yes");
    task.meta.replayed = await replay("import", imported, await byContent(imported), 40);
  });

  it("`merge` has taken in the whole tally or nothing", async ({ task }) => {
    const merged = inVault(scene, "merge", tally);
    task.meta.replayed = await replay("merge", merged, await byContent(merged), 30);
  });

  it("`forget` has erased somebody without a trace, or not", async ({ task }) => {
    const moved = beginScene();
    const { id, name } = await whoLeavesTraces(moved.vault);
    const forgot = inVault(moved, "forget", id, "--yes");
    const judge = erasing(await byContent(forgot), name);
    task.meta.replayed = await replay("forget", forgot, judge, 400);
  });
});
