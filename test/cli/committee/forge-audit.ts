/** Files of an audit as somebody could make them who has members' keys. */
import { hashes } from "../../../src/adapters/system/hashes.ts";
import { parseDraw, writeDraw } from "../../../src/domain/audits/draw-file.ts";
import type { Draw } from "../../../src/domain/audits/draw.ts";
import { parseOpening, writeOpening } from "../../../src/domain/audits/opening-file.ts";
import type { Opening } from "../../../src/domain/audits/opening.ts";
import type { Result } from "../../../src/domain/result.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { openpgp, today } from "./forge.ts";

const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.failure.type);
  return result.value;
};

const payloadOf = async ({ identity }: CommitteeInUse, file: Uint8Array): Promise<Uint8Array> =>
  valueOf(await openpgp.unseal(file, identity.secret)).payload;

export const drawIn = async (reader: CommitteeInUse, file: Uint8Array): Promise<Draw> =>
  valueOf(parseDraw(await payloadOf(reader, file)));

export const openingIn = async (reader: CommitteeInUse, file: Uint8Array): Promise<Opening> =>
  valueOf(parseOpening(await payloadOf(reader, file)));

/** The payload, signed by these members and for everybody in the committee. */
export const sealedBy = async (
  signers: readonly CommitteeInUse[],
  payload: Uint8Array,
): Promise<Uint8Array> => {
  const signatures: Uint8Array[] = [];
  for (const { identity } of signers)
    signatures.push(await openpgp.sign(payload, identity.secret, today));
  const readers = (signers[0]?.committee.members ?? []).map(({ certificate }) => certificate);
  return valueOf(await openpgp.seal({ payload, signatures, readers, named: false, day: today }));
};

export const drawFile = (signers: readonly CommitteeInUse[], draw: Draw): Promise<Uint8Array> =>
  sealedBy(signers, writeDraw(draw));

export const openingFile = (
  signers: readonly CommitteeInUse[],
  opening: Opening,
): Promise<Uint8Array> => sealedBy(signers, writeOpening(opening));

export const hashOf = (text: string): string =>
  toHex(hashes.sha256(new TextEncoder().encode(text)));
