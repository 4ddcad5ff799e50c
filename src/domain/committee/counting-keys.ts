import type { Fingerprint, Revoked } from "../sealing/certificate.ts";
import type { Source } from "../tallies/tally.ts";
import type { Member } from "./committee.ts";

/**
 * Whose word counts, by key: every member by her present one. Until that has spoken (`spoke` are the keys of whom anything is here), the last of
 * her lost ones that did stands in its place, so that a lost key takes no count away, and none stays for ever. Of a key that was taken back as if it had
 * never been (`revoked`) nothing counts.
 */
export const countingKeys = <M extends Pick<Member, "fingerprint" | "replaces">>(
  members: readonly M[],
  spoke: ReadonlySet<Fingerprint>,
  revoked: ReadonlyMap<Fingerprint, Revoked>,
): ReadonlyMap<Fingerprint, M> =>
  new Map(
    members.flatMap((member) => {
      const lost = spoke.has(member.fingerprint)
        ? undefined
        : member.replaces?.findLast((key) => spoke.has(key));
      const keys = lost === undefined ? [member.fingerprint] : [member.fingerprint, lost];
      return keys
        .filter((key) => revoked.get(key) !== "always")
        .map((key) => [key, member] as const);
    }),
  );

/** The keys of whom anything is held, and our own, which speaks at any time. */
export const keysIn = (
  held: readonly Pick<Source, "from">[],
  { fingerprint }: Pick<Member, "fingerprint">,
): ReadonlySet<Fingerprint> => new Set([fingerprint, ...held.map(({ from }) => from)]);
