/** The codes that people gave an auditor, each typed beside the line that it is to show. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { OpenedLine } from "../../domain/audits/opening.ts";
import { parsePledgeCode } from "../../domain/pledges/code.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { showable } from "../../domain/text/clean.ts";
import { saidIn } from "../render/audit.ts";

const mistyped =
  "That is no code: four groups of four letters and digits. Enter leaves it for later.";
const another = "A code, but not the one of this line. Enter leaves it for later.";

const reachWords = ({ reach }: OpenedLine): string =>
  reach === undefined ? "" : `; by ${showable(reach)}`;

/** The places of the lines for which a code fits; `fits` says whether it does. */
export const askCodes = async (
  ask: Ask,
  lines: readonly OpenedLine[],
  fits: (line: OpenedLine, code: PledgeCode) => boolean,
): Promise<ReadonlySet<number>> => {
  const shown = new Set<number>();
  for (const line of lines) {
    const check = (text: string): true | string => {
      if (text.trim() === "") return true;
      const code = parsePledgeCode(text);
      if (code === undefined) return mistyped;
      return fits(line, code) || another;
    };
    const typed = await ask.line({
      message: `${showable(line.name)} (${saidIn(line.line)}${reachWords(line)}): her code? (Enter = later)`,
      check,
    });
    if (typed.trim() !== "") shown.add(line.place);
  }
  return shown;
};
