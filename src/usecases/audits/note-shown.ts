/** What an audit of one source has shown: a line counts once the person has given the code that it was made with. No name and no code is kept. */
import type { OpenedLine } from "../../domain/audits/opening.ts";
import type { AuditResult, LineOutcome } from "../../domain/audits/store.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { Hashes } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import { tokenOf } from "../../domain/tallies/token.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { openedLines } from "./open-opening.ts";
import type { OpenedOpening } from "./open-opening.ts";

/** Whether the line was made with the code: in its one form a line ends with the token. */
export const isCodeOf = (
  hashes: Pick<Hashes, "sha256">,
  campaign: string,
  { line }: Pick<OpenedLine, "line">,
  code: PledgeCode,
): boolean => line.endsWith(`"token":"${tokenOf(hashes, campaign, code)}"}`);

/** The opened lines for which a code was not given yet, and which can show somebody. */
export const linesToAsk = ({ opening, drawn, sameName }: OpenedOpening): readonly OpenedLine[] =>
  openedLines(opening).filter(
    ({ place }) =>
      !sameName.includes(place) &&
      drawn.lines.find((line) => line.place === place)?.outcome !== "shown",
  );

/**
 * Notes what the opening says, and which lines the codes show. A line that was shown before stays so as long as it is opened still.
 * `shown` are the places for which a code fits.
 */
export const noteShown = (
  vault: Vault,
  { opening, drawn, sameName }: OpenedOpening,
  shown: ReadonlySet<number>,
): AuditResult => {
  const wasShown = (place: number): boolean =>
    drawn.lines.some((line) => line.place === place && line.outcome === "shown");
  const outcomes = new Map(
    opening.lines.map(({ place, outcome }): [number, LineOutcome] => [
      place,
      outcome === "opened" && !sameName.includes(place) && (shown.has(place) || wasShown(place))
        ? "shown"
        : outcome,
    ]),
  );
  vault.transaction(() => {
    vault.audits.note(opening.draw, opening, outcomes);
    return ok(undefined);
  });
  const result = vault.audits
    .results()
    .find(
      ({ draw, from, incarnation }) =>
        draw === opening.draw && from === opening.from && incarnation === opening.incarnation,
    );
  if (result === undefined) throw new Error("a draw that was found is gone");
  return result;
};
