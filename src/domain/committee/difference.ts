/** What changed from one number of a committee file to a later one, for the screen. */
import type { Handle, TeamKey } from "../campaign/campaign.ts";
import { sameBytes } from "../sealing/payload.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { Json } from "../text/canonical-json.ts";
import type { LetterName } from "../letters/letter.ts";
import type { Committee, Definition, Member, SharedText } from "./committee.ts";

/** A member of the definition: "thresholds". */
export type DefinitionPart = Exclude<keyof Definition, "id">;

export interface Difference {
  readonly joined: readonly Handle[];
  readonly removed: readonly Handle[];
  /** Members with another certificate: the key itself may be another one. */
  readonly rekeyed: readonly { readonly handle: Handle; readonly otherKey: boolean }[];
  /** Members who stayed, with another key for attesting letters, or with one for the first time or no longer. */
  readonly attests: readonly {
    readonly handle: Handle;
    readonly change: "added" | "changed" | "removed";
  }[];
  readonly turf: readonly { readonly handle: Handle; readonly teams: readonly TeamKey[] }[];
  readonly definition: readonly DefinitionPart[];
  readonly texts: {
    readonly added: readonly LetterName[];
    readonly changed: readonly LetterName[];
    readonly removed: readonly LetterName[];
  };
  /** How many must sign the next number, where that is another number than before. */
  readonly needs?: number;
}

const same = (a: unknown, b: unknown): boolean =>
  canonicalJson((a ?? null) as Json) === canonicalJson((b ?? null) as Json);

const parts: readonly DefinitionPart[] = [
  "name",
  "employer",
  "unit",
  "teams",
  "actions",
  "thresholds",
  "addressee",
  "demands",
  "settings",
];

const attestsChange = (
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
): "added" | "changed" | "removed" | undefined => {
  if (before === undefined) return after === undefined ? undefined : "added";
  if (after === undefined) return "removed";
  return sameBytes(before, after) ? undefined : "changed";
};

const membersOf = (before: Committee, after: Committee) => {
  const was = new Map<Handle, Member>(before.members.map((member) => [member.handle, member]));
  const is = new Map<Handle, Member>(after.members.map((member) => [member.handle, member]));
  const stayed = after.members.flatMap((member) => {
    const earlier = was.get(member.handle);
    return earlier === undefined ? [] : [{ earlier, member }];
  });
  return {
    joined: [...is.keys()].filter((handle) => !was.has(handle)),
    removed: [...was.keys()].filter((handle) => !is.has(handle)),
    rekeyed: stayed
      .filter(({ earlier, member }) => !sameBytes(earlier.certificate, member.certificate))
      .map(({ earlier, member }) => ({
        handle: member.handle,
        otherKey: earlier.fingerprint !== member.fingerprint,
      })),
    attests: stayed.flatMap(({ earlier, member: { handle, attests } }) => {
      const change = attestsChange(earlier.attests, attests);
      return change === undefined ? [] : [{ handle, change }];
    }),
    turf: stayed
      .filter(({ earlier, member }) => !same(earlier.turf, member.turf))
      .map(({ member }) => ({ handle: member.handle, teams: member.turf })),
  };
};

const textsOf = (before: Committee, after: Committee): Difference["texts"] => {
  const was = new Map<LetterName, SharedText>(before.texts.map((text) => [text.letter, text]));
  const is = new Map<LetterName, SharedText>(after.texts.map((text) => [text.letter, text]));
  return {
    added: [...is.keys()].filter((letter) => !was.has(letter)),
    changed: [...is].flatMap(([letter, text]) => {
      const earlier = was.get(letter);
      return earlier === undefined || same(earlier, text) ? [] : [letter];
    }),
    removed: [...was.keys()].filter((letter) => !is.has(letter)),
  };
};

/** From `before` to `after`. Empty in every part where nothing changed but the number and the day. */
export const differenceOf = (before: Committee, after: Committee): Difference => ({
  ...membersOf(before, after),
  definition: parts.filter((part) => !same(before.definition[part], after.definition[part])),
  texts: textsOf(before, after),
  ...(before.needs === after.needs ? {} : { needs: after.needs }),
});

/** Whether nothing changed that anybody would see. */
export const isEmpty = ({
  joined,
  removed,
  rekeyed,
  attests,
  turf,
  definition,
  texts,
  needs,
}: Difference): boolean =>
  [
    joined,
    removed,
    rekeyed,
    attests,
    turf,
    definition,
    texts.added,
    texts.changed,
    texts.removed,
  ].every((part) => part.length === 0) && needs === undefined;
