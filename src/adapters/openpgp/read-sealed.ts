/** Opens a file with our key and reads it, where it is a tally. */
import { hash } from "node:crypto";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { kindOf } from "../../domain/sealing/payload.ts";
import type { PayloadFault } from "../../domain/sealing/payload.ts";
import { keptLinesFrom } from "../../domain/tallies/kept-lines.ts";
import { linesFrom } from "../../domain/tallies/lines.ts";
import { parseTally } from "../../domain/tallies/parse-tally.ts";
import type { ReadSealed, ReadTally } from "../../domain/tallies/reading.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { tallyHeaderText, tallyType } from "../../domain/tallies/write-tally.ts";
import { unseal } from "./unseal.ts";

const readTally = (payload: Uint8Array): Result<ReadTally, PayloadFault> => {
  const tally = parseTally(payload);
  if (!tally.ok) return fail(tally.failure);
  const { lines, ...header } = tally.value;
  const people = lines.length;
  const head = tallyHeaderText(header, people);
  return ok({ header, head, people, lines: keptLinesFrom(linesFrom(lines)) });
};

export const readSealed: ReadSealed = async (file, secret) => {
  const unsealed = await unseal(file, secret);
  if (!unsealed.ok) return unsealed;
  const { payload } = unsealed.value;
  const read = { ...unsealed.value, sha256: hash("sha256", payload, "hex") as Hash };
  const kind = kindOf(payload);
  return kind.ok && kind.value.type === tallyType
    ? ok({ ...read, tally: readTally(payload) })
    : ok(read);
};
