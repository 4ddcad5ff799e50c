/** Sample people for tests of commands: invented names in several scripts. */
import { ok } from "../../src/domain/result.ts";
import type { FrozenText, LetterName } from "../../src/domain/letters/letter.ts";
import type { Day } from "../../src/domain/day.ts";
import type { TestWorld } from "./world.ts";

const samplePeople = [
  {
    name: "Ana Gómez",
    alias: "heron",
    team: "cloud",
    role: "SRE",
    contacts: [{ kind: "signal", value: "+15550100" }],
    assessment: 1,
    actions: ["sign", { action: "walkout", atLeast: 30 }],
    display: "named",
    note: "Prefers mornings.\nHas met the press.",
    date: "2026-11-20",
  },
  { name: "李小龙", team: "ads", actions: ["sign", { action: "strike", atLeastPercent: 30 }] },
  { name: "مريم الفاسي", actions: [{ action: "sign", atLeast: 5 }], display: "role" },
  { name: "O'Brien, Siobhán", team: "cloud", supervisor: "unsure", actions: ["refuse"] },
  { name: "Sam Poe", supporter: true, actions: ["sign"] },
  { name: "Kim Roe", team: "ads", assessment: 4 },
];

/** The ids by name. */
export const idsOf = async (world: TestWorld): Promise<Readonly<Record<string, string>>> =>
  world.inVault((vault) =>
    Object.fromEntries(vault.people.summaries().map(({ person }) => [person.name, person.id])),
  );

/** A vault with the sample people in it; gives their ids by name. */
export const withSamplePeople = async (
  world: TestWorld,
): Promise<Readonly<Record<string, string>>> => {
  await world.init();
  const file = world.file("people.json", JSON.stringify(samplePeople));
  const { exitCode, stderr } = await world.pledge("add", "--from", file);
  if (exitCode !== 0) throw new Error(stderr);
  return idsOf(world);
};

/** A letter whose text is fixed; `digit` makes its hash. */
export const freezeLetter = (
  world: TestWorld,
  name = "first-letter",
  digit = "a",
): Promise<unknown> =>
  world.inVault((vault) =>
    vault.transaction(() => {
      const letter = name as LetterName;
      const text = {
        hash: digit.repeat(64),
        markdown: "We ask.\n",
        frozenOn: "2026-11-21",
      } as unknown as FrozenText;
      vault.letters.save({
        name: letter,
        template: "employer-demands",
        language: "en",
        answers: {},
        demands: [],
        facts: [],
        startedOn: "2026-11-20" as Day,
      });
      vault.letters.freeze(letter, text);
      return ok(undefined);
    }),
  );
