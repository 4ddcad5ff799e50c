import type { Committee, Member } from "./committee.ts";

/**
 * Those who can sign it, but for whoever it takes out, and for lost keys: nobody has to hear of that before it holds. Where they alone are too few,
 * it takes the others too.
 */
export const proposalReaders = (
  { members, needs }: Pick<Committee, "members" | "needs">,
  next: Pick<Committee, "members">,
): readonly Member[] => {
  const keys = new Set(members.map(({ fingerprint }) => fingerprint));
  // With the certificates that it has for them: one may be there because the one of now has expired.
  const staying = next.members.filter(({ fingerprint }) => keys.has(fingerprint));
  return staying.length >= needs ? staying : members;
};
