/** Published counts of several campaigns, added up, in words. */
import { numberWords } from "../../domain/counts/count-words.ts";
import type { Total } from "../../domain/counts/total.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Json } from "../../domain/text/canonical-json.ts";

/** An action a block: each campaign, and the sum where there are several. */
export const totalLines = (all: readonly Total[]): readonly string[] => {
  if (all.length === 0) return ["These counts show nothing."];
  return all.flatMap(({ action, parts, atLeast, size }, place) => [
    ...(place === 0 ? [] : [""]),
    `${action}: ${numberWords(atLeast, size)} together`,
    ...parts.map(
      ({ count, atLeast: n, added }) =>
        `${showable(count.employer)}, ${showable(count.name)} (${count.on}): ${numberWords(n, count.unit.size)}${added ? "" : "; not added, since another campaign there shows as many, and may have asked the same people"}`,
    ),
  ]);
};

export const totalsJson = (all: readonly Total[]): Json =>
  all.map(({ action, parts, atLeast, size }) => ({
    action,
    atLeast,
    size,
    campaigns: parts.map(({ count, atLeast: n, added }) => ({
      campaign: count.campaign,
      name: count.name,
      employer: count.employer,
      number: count.number,
      on: count.on,
      atLeast: n,
      size: count.unit.size,
      added,
    })),
  }));
