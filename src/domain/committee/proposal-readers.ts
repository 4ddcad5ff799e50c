import type { Committee, Member } from "./committee.ts";

/**
 * Those who can sign it, but for whoever it takes out: nobody has to hear of that before it holds. Where they alone are too few,
 * it takes the others too.
 */
export const proposalReaders = (
  { members, needs }: Pick<Committee, "members" | "needs">,
  next: Pick<Committee, "members">,
): readonly Member[] => {
  const handles = new Set(next.members.map(({ handle }) => handle));
  const staying = members.filter(({ handle }) => handles.has(handle));
  return staying.length >= needs ? staying : members;
};
