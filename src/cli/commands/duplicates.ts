/** `pledge duplicates`: records that may be one person; on a terminal one pair after the other, else as a list. */
import type { Ask } from "../../domain/asking/ask.ts";
import { findDuplicates } from "../../domain/people/duplicates/find-duplicates.ts";
import type { DuplicateDeps, Pair } from "../../domain/people/duplicates/find-duplicates.ts";
import type { Person } from "../../domain/people/person.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { duplicateRound } from "../questions/duplicate-round.ts";
import type { RoundDone } from "../questions/duplicate-round.ts";
import { hanging } from "../render/columns.ts";
import { pairJson, pairList, reasonsInWords } from "../render/duplicates.ts";
import { sideBySide } from "../render/side-by-side.ts";
import { withVault } from "../unlock.ts";
import { wholePersonOf } from "../whole-person.ts";

interface Options {
  readonly country?: string;
}

/** Who answers about pairs: nobody where the list goes into a file or to a script. */
const somebody = async ({ world, globals }: Context): Promise<Ask | undefined> => {
  if (globals.json || !globals.input || !world.stdout.isTerminal) return undefined;
  const ask = await world.ask("--json");
  return ask.ok ? ask.value : undefined;
};

const doneWords = ({ merged, apart, later, left }: RoundDone): string => {
  const parts = [
    ...(merged > 0 ? [`${counted(merged, "pair is", "pairs are")} one person now`] : []),
    ...(apart > 0 ? [`${grouped(apart)} told apart for good`] : []),
    ...(later > 0 ? [`${grouped(later)} left for later`] : []),
    ...(left > 0 ? [`${grouped(left)} not looked at`] : []),
  ];
  return parts.length === 0 ? "Nothing was changed." : `${parts.join(", ")}.`;
};

const goThrough = async (
  { world, talk }: Context,
  ask: Ask,
  vault: Vault,
  { deps, pairs }: { readonly deps: DuplicateDeps; readonly pairs: readonly Pair[] },
): Promise<ExitCode> => {
  const campaign = vault.campaign.get();
  const today = world.clock.today();
  const { columns, paint } = talk;
  const width = await world.textWidth();
  const fitted = (text: string): string => hanging(text, 0, columns, width);
  ask.say(
    fitted(
      `${counted(pairs.length, "pair of records", "pairs of records")} may be one person each. Nothing that either says is lost: what cannot stand twice goes into the note.`,
    ),
  );
  const done = await duplicateRound(
    {
      ask,
      vault,
      deps,
      fitted,
      screenOf: (one, other, rules, place) => {
        const why = `${place}: ${reasonsInWords(rules, [one.name, other.name])}.`;
        const pair = [
          wholePersonOf(vault, one, today),
          wholePersonOf(vault, other, today),
        ] as const;
        return `\n${fitted(why)}\n\n${sideBySide(campaign, pair, { columns, width, paint })}\n`;
      },
    },
    pairs,
  );
  talk.answer({ v: 1 }, () => doneWords(done));
  return exitCodes.done;
};

const listPairs = async (
  { world, talk }: Context,
  people: readonly Person[],
  pairs: readonly Pair[],
): Promise<ExitCode> => {
  const width = await world.textWidth();
  const byId = new Map(people.map((person) => [person.id, person]));
  const shown = pairs.flatMap(({ ids: [one, other], rules }) => {
    const [first, second] = [byId.get(one), byId.get(other)];
    return first === undefined || second === undefined ? [] : [[first, second, rules] as const];
  });
  talk.answer({ v: 1, pairs: pairs.map(pairJson) }, () =>
    pairList(shown, { columns: talk.columns, width }),
  );
  talk.note(
    `${counted(pairs.length, "pair", "pairs")}. One person: pledge duplicates merge ID ID. Two: pledge duplicates apart ID ID`,
  );
  return exitCodes.done;
};

/** Every pair, with a bar where it takes long. */
const compared = async (
  { world, globals }: Context,
  people: readonly Person[],
  deps: DuplicateDeps,
): Promise<readonly Pair[]> => {
  if (globals.quiet || globals.json) return findDuplicates(people, deps);
  const progress = await world.progress();
  progress.start("people compared", people.length);
  try {
    return findDuplicates(people, { ...deps, step: progress.step });
  } finally {
    progress.stop();
  }
};

/** JSON: `{"v":1,"pairs":[{"ids","weight","reasons","against"}]}`, the strongest first; then nothing is asked or changed. */
export const duplicates = (context: Context, { country }: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const alike = await world.alike();
    if (country !== undefined && !alike.knows(country))
      return talk.fail({
        type: "usage",
        message: "no country has these letters",
        hint: "two letters, such as US, DE or MX; numbers that begin with + need none",
      });
    const people = vault.people.summaries().map(({ person }) => person);
    const deps: DuplicateDeps = {
      alike,
      apart: vault.duplicates.apart(),
      ...(country === undefined ? {} : { country: country.toUpperCase() }),
    };
    const pairs = await compared(context, people, deps);
    if (pairs.length === 0) {
      talk.answer({ v: 1, pairs: [] }, () => "No two records look like one person.");
      return exitCodes.done;
    }
    // Merging erases a record, so under a hold the pairs are only listed.
    const ask = heldFailure(vault) === undefined ? await somebody(context) : undefined;
    return ask === undefined
      ? listPairs(context, people, pairs)
      : goThrough(context, ask, vault, { deps, pairs });
  });
