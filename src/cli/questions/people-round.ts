/**
 * The round of `pledge add`: one person after another, each kept before the next is asked for.
 * Whatever was acknowledged stays, whenever the round ends.
 */
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { ActionKey, Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import type { InputRefused } from "../../domain/input/fault.ts";
import { isCounted } from "../../domain/people/person.ts";
import type { Person, PersonId } from "../../domain/people/person.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import { actionReadiness, actionReadinessOf } from "../../domain/pledges/readiness.ts";
import type { ActionReadiness, Counted } from "../../domain/pledges/readiness.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { editPerson } from "../../usecases/edit-person.ts";
import { recordPeople } from "../../usecases/record-people.ts";
import type { World } from "../world.ts";
import { codeLine, refusalNote, roundingLine } from "../render/notes.ts";
import { readinessLine } from "../render/readiness.ts";
import { countedAs, standingWords } from "../render/words.ts";
import { askPerson } from "./new-person.ts";
import type { AskedPerson, Asking } from "./new-person.ts";

export interface Round {
  readonly added: readonly { readonly id: PersonId; readonly code: PledgeCode }[];
  readonly updated: readonly { readonly id: PersonId }[];
}

interface Kept {
  readonly id: PersonId;
  /** There when the person is new. */
  readonly code?: PledgeCode;
  readonly firstRefusal: boolean;
}

type Deps = Pick<World, "random"> & {
  readonly vault: Vault;
  readonly today: ReturnType<World["clock"]["today"]>;
  /** What a committee counts now, this vault's people among them; nothing where there is none. */
  readonly counted?: () => Counted;
};

const keep = (deps: Deps, { input, known }: AskedPerson): Result<Kept, InputRefused> => {
  if (known !== undefined) {
    const edited = editPerson(deps, known, { input, withdrawn: [] });
    return edited.ok ? ok({ id: known.id, firstRefusal: edited.value.firstRefusal }) : edited;
  }
  const recorded = recordPeople(deps, [input]);
  if (!recorded.ok) return recorded;
  const [added] = recorded.value.added;
  if (added === undefined) throw new Error("a new person was not added");
  return ok({ ...added, firstRefusal: recorded.value.firstRefusal });
};

/** How ready the actions are, by this vault alone or by all that a committee has merged. */
const readinessOfAll = (
  { counted }: Deps,
  vault: Vault,
  campaign: Campaign,
): ((action: ActionKey) => ActionReadiness) => {
  if (counted !== undefined) {
    const together = counted();
    return (action) => actionReadinessOf(campaign, action, together);
  }
  const { groups } = vault.pledges.counts();
  return (action) => actionReadiness(campaign, action, groups.get(action) ?? []);
};

/** Where the actions that were just pledged stand, in one line. */
const standLine = (
  deps: Deps,
  { vault, campaign }: Asking,
  person: Person,
  actions: readonly ActionKey[],
): string => {
  if (!isCounted(person)) return standingWords(person);
  if (actions.length === 0) return "no pledge yet";
  const ready = readinessOfAll(deps, vault, campaign);
  return campaign.actions
    .filter((action) => actions.includes(action))
    .map((action) => readinessLine(ready(action)))
    .join(" | ");
};

/** Somebody who said before that she would sign, and has not said it to the text that is now fixed. */
const isUnbound = (vault: Vault, person: PersonId, actions: readonly ActionKey[]): boolean => {
  const text = vault.letters.current()?.frozen?.hash;
  if (text === undefined || !actions.includes(SIGN)) return false;
  const stands = vault.pledges
    .of(person)
    .some(({ action, state }) => action === SIGN && isLive(state));
  return stands && !vault.letters.signaturesOf(person).some((signature) => signature.text === text);
};

/** What has been explained in this round, and need not be again. */
interface Explained {
  code: boolean;
  rounding: boolean;
}

const acknowledge = (
  deps: Deps,
  asking: Asking,
  asked: AskedPerson,
  kept: Kept,
  explained: Explained,
): void => {
  const { ask, vault } = asking;
  const person = vault.people.byId(kept.id);
  if (person === undefined) throw new Error("a person who was kept is gone");
  const actions = (asked.input.actions ?? []).map(({ action }) => action);
  ask.say(
    `${kept.code === undefined ? "Changed" : "Kept"}: ${standLine(deps, asking, person, actions)}`,
  );
  if (kept.code !== undefined) ask.say(codeLine(kept.code, !explained.code));
  explained.code ||= kept.code !== undefined;
  const [condition] = asked.input.actions ?? [];
  const counted = condition === undefined ? undefined : countedAs(condition.condition);
  if (counted !== undefined && !explained.rounding) ask.say(roundingLine(counted));
  explained.rounding ||= counted !== undefined;
  if (isUnbound(vault, kept.id, actions)) {
    ask.say(`To put this signature under the text that is fixed now: pledge confirm ${kept.id}`);
  }
  if (kept.firstRefusal) ask.say(refusalNote);
};

/** Asks until an empty name. A fault stops the round; what was kept before it stays. */
export const askPeople = async (
  deps: Deps,
  asking: Asking,
): Promise<Result<Round, InputRefused>> => {
  const added: { id: PersonId; code: PledgeCode }[] = [];
  const updated: { id: PersonId }[] = [];
  const explained: Explained = { code: false, rounding: false };
  let team: TeamKey | null = null;
  asking.ask.say(
    'One person after another; Enter takes what is offered. Whoever is "Kept" is in the vault, whatever happens next.',
  );
  for (;;) {
    const asked = await askPerson(asking, team);
    if (asked === undefined) return ok({ added, updated });
    const kept = keep(deps, asked);
    if (!kept.ok) return kept;
    const { id, code } = kept.value;
    acknowledge(deps, asking, asked, kept.value, explained);
    if (code === undefined) updated.push({ id });
    else added.push({ id, code });
    if (asking.campaign.teams.length > 0) team = asked.input.team ?? null;
  }
};
