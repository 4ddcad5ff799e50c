/** Two writers and eight readers on one vault for a minute: nothing acknowledged is lost, nobody is turned away, and no reader sees less than before. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";

const milliseconds = 60_000;
/** People in one file of a writer. */
const batch = 5;

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = async (home: Home, args: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [cliPath, ...args], {
    cwd: home.folder,
    env: home.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    stdout += more;
  });
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    stderr += more;
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, stdout, stderr };
};

interface Listed {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

it("two writers and eight readers get along for a minute", async () => {
  const home = createHome();
  const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
  expect(home.pledge(["init", "--kdf", "light", "--from", campaign]).exitCode).toBe(0);
  const end = Date.now() + milliseconds;
  const acknowledged: string[] = [];
  const refused: Ran[] = [];
  const sound = (ran: Ran): boolean => {
    if (ran.exitCode !== 0) refused.push(ran);
    return ran.exitCode === 0;
  };
  const write = async (writer: string): Promise<void> => {
    for (let round = 0; Date.now() < end; round += 1) {
      const people = Array.from({ length: batch }, (_, n) =>
        JSON.stringify({ name: `Sample ${writer} ${round}-${n}`, actions: ["sign"] }),
      );
      const file = home.file(`${writer}.jsonl`, people.join("\n"));
      const ran = await run(home, ["add", "--json", "--from", file]);
      if (!sound(ran)) continue;
      const { added } = JSON.parse(ran.stdout) as { readonly added: Listed["people"] };
      acknowledged.push(...added.map(({ id }) => id));
    }
  };
  let readings = 0;
  const read = async (): Promise<void> => {
    let before = 0;
    while (Date.now() < end) {
      const ran = await run(home, ["list", "--json"]);
      if (!sound(ran)) continue;
      readings += 1;
      const { length } = (JSON.parse(ran.stdout) as Listed).people;
      expect(length).toBeGreaterThanOrEqual(before);
      expect(length % batch).toBe(0);
      before = length;
    }
  };
  await Promise.all([write("Ana"), write("Bo"), ...Array.from({ length: 8 }, read)]);
  expect(refused).toEqual([]);
  const { people } = JSON.parse(home.pledge(["list", "--json"]).stdout) as Listed;
  const there = new Set(people.map(({ id }) => id));
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  expect(there.size).toBe(acknowledged.length);
  // It did something: a run takes half a second, ten at once some seconds on a slow machine.
  expect(acknowledged.length).toBeGreaterThan(5 * batch);
  expect(readings).toBeGreaterThan(20);
  expect(home.pledge(["doctor", "--json"]).stdout).toContain('{"check":"rows","state":"good"}');
});
