/** A committee in which rowan and wren audit heron; what each step takes and gives. Sample people. */
import { join } from "node:path";

import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { signing } from "./fresh-committee.ts";

export const plan = { founder: "rowan", joiners: ["heron", "wren"] } as const;

export type Member = (handle: string) => TestWorld;

/** So many people of heron's, and her tally with the others. */
export const sendTally = async (member: Member, people: number): Promise<void> => {
  const heron = member("heron");
  await done(heron, "add", "--from", heron.file("people.json", signing(people)));
  await done(heron, "tally", "export", "-o", join(heron.folder, "heron.tally"), "--yes");
  for (const handle of ["rowan", "wren"]) {
    const to = member(handle);
    await done(to, "merge", carry(heron, to, "heron.tally"));
  }
};

export interface Stage {
  readonly round: { readonly words: readonly string[]; readonly sources: readonly unknown[] };
  readonly promise: string;
  readonly words: string | null;
  readonly missing: readonly string[] | null;
  readonly drawn: null | readonly { readonly handle: string; readonly lines: readonly number[] }[];
}

export const stage = async (world: TestWorld, ...args: readonly string[]): Promise<Stage> =>
  JSON.parse(await done(world, "tally", "audit", "draw", "--json", ...args)) as Stage;

/** A whole draw by rowan and wren without a terminal; gives what rowan's said, and leaves a file of each in her folder. */
export const draw = async (member: Member, ...begin: readonly string[]): Promise<Stage> => {
  const [rowan, wren] = [member("rowan"), member("wren")];
  const promises = [await stage(rowan, ...begin), await stage(wren, ...begin)];
  const words = [
    await stage(rowan, "--promise", `wren=${promises[1]?.promise ?? ""}`),
    await stage(wren, "--promise", `rowan=${promises[0]?.promise ?? ""}`),
  ];
  const file = (world: TestWorld, name: string): string => join(world.folder, name);
  const finished = await stage(
    rowan,
    "--word",
    `wren=${words[1]?.words ?? ""}`,
    "-o",
    file(rowan, "rowan.audit"),
    "--force",
  );
  await stage(
    wren,
    "--word",
    `rowan=${words[0]?.words ?? ""}`,
    "-o",
    file(wren, "wren.audit"),
    "--force",
  );
  return finished;
};

/** Carries both files to heron; gives their paths there. */
export const carryDraws = (member: Member): readonly string[] => [
  carry(member("rowan"), member("heron"), "rowan.audit"),
  carry(member("wren"), member("heron"), "wren.audit"),
];

export interface Drawn {
  readonly opened: number;
  readonly declined: number;
  readonly notOpened: number;
  readonly lines: readonly {
    readonly line: number;
    readonly id: string;
    readonly answer: string;
    readonly openable: boolean;
  }[];
}

export const shown = async (member: Member): Promise<Drawn> =>
  JSON.parse(
    await done(
      member("heron"),
      "tally",
      "audit",
      "open",
      ...carryDraws(member),
      "--show",
      "--json",
    ),
  ) as Drawn;

/** The command that opens a draw. */
export const openWith = (
  files: readonly string[],
  ...options: readonly string[]
): readonly string[] => ["tally", "audit", "open", ...files, ...options];

/** Heron opens with these answers, by place among the drawn lines, else yes; the file is `heron.opening` in her folder. */
export const open = async (
  member: Member,
  answers: Readonly<Record<number, string>> = {},
): Promise<Drawn> => {
  const heron = member("heron");
  const { lines } = await shown(member);
  const given = lines.map(({ id }, at) => ({ id, answer: answers[at] ?? "yes" }));
  const from = heron.file("answers.json", JSON.stringify(given));
  const file = join(heron.folder, "heron.opening");
  return JSON.parse(
    await done(
      heron,
      ...openWith(carryDraws(member), "--from", from, "-o", file, "--force", "--yes", "--json"),
    ),
  ) as Drawn;
};

/** The codes of heron's people by id. */
export const codes = (member: Member): Promise<ReadonlyMap<string, PledgeCode>> =>
  member("heron").inVault(
    ({ people }) => new Map(people.summaries().map(({ person }) => [person.id, person.code])),
  );

/** Carries the opening to an auditor; gives its path there. */
export const carryOpening = (member: Member, to: string): string =>
  carry(member("heron"), member(to), "heron.opening");
