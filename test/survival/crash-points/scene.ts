/** The vaults that the commands are run in: made by the built command line, with sample people. */
import { join } from "node:path";

import { createHome } from "../../support/real-pledge.ts";
import type { Home } from "../../support/real-pledge.ts";
import { sampleCampaign } from "../../support/sample.ts";
import { runTraced } from "./run-traced.ts";
import type { Run } from "./run-traced.ts";

export interface Scene {
  readonly home: Home;
  /** The folder of its vault. */
  readonly vault: string;
  /** Runs pledge, which must succeed, and gives what it printed. */
  readonly done: (...args: readonly string[]) => string;
}

const sceneOf = (home: Home, name = "vault"): Scene => {
  const vault = join(home.folder, name);
  return {
    home,
    vault,
    done: (...args) => {
      const { exitCode, stdout, stderr } = home.pledge(["--vault", vault, ...args]);
      if (exitCode !== 0) throw new Error(`pledge ${args.join(" ")}: exit ${exitCode}\n${stderr}`);
      return stdout;
    },
  };
};

/** People as `add --from` takes them, from one number to another. */
export const peopleFrom = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) =>
    JSON.stringify({
      name: `Sample Person ${String(first + at).padStart(3, "0")}`,
      actions: ["sign", { action: "walkout", atLeast: 5 }],
      assessment: 2,
      note: "A sample note, some words long. ".repeat(8),
    }),
  ).join("\n");

/** A vault with a campaign and twelve people. */
export const beginScene = (): Scene => {
  const home = createHome();
  const scene = sceneOf(home);
  const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
  scene.done("init", "--kdf", "light", "--from", campaign);
  scene.done("add", "--from", home.file("people.jsonl", peopleFrom(1, 12)));
  return scene;
};

/** A committee of two, of whom heron has people too; gives the tally that she sends. */
export const beginCommittee = (): { readonly scene: Scene; readonly tally: string } => {
  const scene = beginScene();
  const { home, done } = scene;
  const heron = sceneOf(home, "heron");
  const file = (name: string): string => join(home.folder, name);
  const keyOf = (print: Scene["done"]): string =>
    (JSON.parse(print("key", "show", "--json")) as { readonly fingerprint: string }).fingerprint;
  heron.done("join", "--handle", "heron", "--kdf", "light", "-o", file("heron.join"));
  const herons = `heron=${keyOf(heron.done)}`;
  done("invite", file("heron.join"), "--fingerprint", herons, "-o", file("committee"));
  heron.done("join", file("committee"), "--fingerprint", `rowan=${keyOf(done)}`);
  heron.done("add", "--from", home.file("herons.jsonl", peopleFrom(101, 106)));
  heron.done("tally", "export", "-o", file("heron.tally"));
  return { scene, tally: file("heron.tally") };
};

/** Runs a command on a copy of the scene's vault. */
export const inVault = ({ home, vault }: Scene, ...args: readonly string[]): Run =>
  runTraced(home, vault, (place) => ["--vault", join(place, "vault"), ...args]);
