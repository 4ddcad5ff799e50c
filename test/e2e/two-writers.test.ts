/** Two processes that write to one vault at once lose nothing of each other's. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

import { cliPath, createHome } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";

const rounds = 4;
const people = 40;

it("two processes that add people at once lose nobody", async () => {
  const home = createHome();
  home.pledge(["init", "--from", home.file("campaign.json", JSON.stringify(sampleCampaign))]);
  const started = async (writer: string, round: number): Promise<void> => {
    const lines = Array.from({ length: people }, (_, n) =>
      JSON.stringify({ name: `Sample ${writer} ${round}-${n}`, actions: ["sign"] }),
    );
    const file = home.file(`${writer}-${round}.jsonl`, lines.join("\n"));
    const child = spawn(process.execPath, [cliPath, "add", "--from", file], {
      cwd: home.folder,
      env: home.env,
      stdio: "ignore",
    });
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(0);
  };
  const table = Array.from({ length: people }, (_, n) => `Sample list ${n}`).join("\n");
  const list = home.file("list.csv", `Name\n${table}\n`);
  const writer = async (name: string): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) await started(name, round);
  };
  await Promise.all([writer("Ana"), writer("Bo")]);
  expect(home.pledge(["import", list, "--yes"]).exitCode).toBe(0);
  const { stdout } = home.pledge(["list", "--json"]);
  const names = (JSON.parse(stdout) as { people: readonly { name: string }[] }).people.map(
    ({ name }) => name,
  );
  expect(new Set(names).size).toBe(2 * rounds * people + people);
  expect(home.pledge(["doctor", "--json"]).exitCode).toBe(0);
});
