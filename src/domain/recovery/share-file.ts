/** The file in which a member gets a share: a sealed payload of one line (docs/vault-format.md, "Shares"). */
import { parseDay } from "../day.ts";
import type { Day } from "../day.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import { kindOf, linesOf, malformed, sameBytes, writePayload } from "../sealing/payload.ts";
import type { PayloadFault } from "../sealing/payload.ts";
import * as v from "valibot";

import { shareIn, shareJson } from "./share.ts";
import type { Share } from "./share.ts";

export interface ShareFile {
  /** The campaign's UUID. */
  readonly campaign: string;
  readonly from: Fingerprint;
  /** The one reader. */
  readonly to: readonly Fingerprint[];
  readonly asOf: Day;
  readonly share: Share;
}

const type = "pledge-share";
const version = 1;

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/u));

const shape = v.strictObject({
  type: v.literal(type),
  v: v.literal(version),
  campaign: v.string(),
  from: fingerprint,
  to: v.pipe(v.array(fingerprint), v.length(1)),
  asOf: v.pipe(
    v.string(),
    v.check((text) => parseDay(text) !== undefined),
  ),
  share: v.unknown(),
});

export const writeShareFile = ({ campaign, from, to, asOf, share }: ShareFile): Uint8Array =>
  writePayload([{ type, v: version, campaign, from, to, asOf, share: shareJson(share) }]);

const otherForm = malformed(1, "it is not written in the one form of the format");

/** The share in a payload. Refuses every spelling but the one that `writeShareFile` gives. */
export const parseShareFile = (payload: Uint8Array): Result<ShareFile, PayloadFault> => {
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== type) return malformed(1, "it is another kind of file");
  if (kind.value.v > version) return fail({ type: "payload-newer", version: kind.value.v });
  const [line] = linesOf(payload);
  if (line?.ok !== true) return line ?? otherForm;
  const checked = v.safeParse(shape, line.value.value);
  const share = checked.success ? shareIn(checked.output.share) : undefined;
  if (!checked.success || share === undefined)
    return malformed(1, "it is not a share as this format has it");
  const { campaign, from, to, asOf } = checked.output;
  const file: ShareFile = {
    campaign,
    from: from as Fingerprint,
    to: to as readonly string[] as readonly Fingerprint[],
    asOf: asOf as Day,
    share,
  };
  return sameBytes(writeShareFile(file), payload) ? ok(file) : otherForm;
};
