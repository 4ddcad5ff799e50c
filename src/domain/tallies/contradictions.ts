/** Where one signer says of many people what another says otherwise: shown by signer, never by person. */
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Claim } from "./claims.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { TalliedCondition } from "./tally.ts";
import type { United } from "./unite.ts";

/** Two signers who disagree; `from` is the one whose fingerprint sorts first. */
export interface Contradiction {
  readonly from: Fingerprint;
  readonly against: Fingerprint;
  /** People of whom they say contradictory things. */
  readonly lines: number;
}

/** Fewer are slips, or a withdrawal that only one of them has heard of yet. */
const fewest = 3;

const withdrawsWhatIsLive = (one: Claim, other: Claim): boolean =>
  one.actions.some(
    ({ action, withdrawn }) =>
      withdrawn && other.actions.some((said) => said.action === action && said.live),
  );

/** As they are sent; one on the own team says nothing of how many where the team is withheld. */
const isSameCondition = (a: TalliedCondition, b: TalliedCondition): boolean => {
  if (a.kind === "waits" || b.kind === "waits")
    return [a.kind, b.kind].every((kind) => kind === "waits" || kind === "at-least-in-team");
  return canonicalJson({ ...a }) === canonicalJson({ ...b });
};

/** Both have the action live, and no condition that one gives is one that the other gives. */
const waitsForElse = (one: Claim, other: Claim): boolean =>
  one.actions.some(({ action, live, conditions }) => {
    const said = other.actions.find((each) => each.action === action);
    return (
      live &&
      said?.live === true &&
      !conditions.some((a) => said.conditions.some((b) => isSameCondition(a, b)))
    );
  });

const contradicts = (one: Claim, other: Claim): boolean =>
  (one.team !== undefined && other.team !== undefined && one.team !== other.team) ||
  withdrawsWhatIsLive(one, other) ||
  withdrawsWhatIsLive(other, one) ||
  one.supporter !== other.supporter ||
  waitsForElse(one, other);

/** Pairs of signers who contradict each other about three people or more, sorted by fingerprints. */
export const contradictions = ({ signers, cohorts }: United): readonly Contradiction[] => {
  const found = new Map<string, Contradiction>();
  for (const { people, claims } of cohorts) {
    for (const [place, one] of claims.entries()) {
      for (const other of claims.slice(place + 1)) {
        if (!contradicts(one, other)) continue;
        const [a, b] = [signers[one.signer], signers[other.signer]];
        if (a === undefined || b === undefined) throw new Error("a claim by no signer");
        // What she says and what she passes on.
        if (a.fingerprint === b.fingerprint) continue;
        const [from, against] =
          a.fingerprint < b.fingerprint
            ? [a.fingerprint, b.fingerprint]
            : [b.fingerprint, a.fingerprint];
        const key = `${from} ${against}`;
        found.set(key, { from, against, lines: (found.get(key)?.lines ?? 0) + people });
      }
    }
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, contradiction]) => contradiction)
    .filter(({ lines }) => lines >= fewest);
};
