/** Sample keys and messages; the handles are invented. */
import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Result } from "../../../src/domain/result.ts";
import type { NewKey } from "../../../src/domain/sealing/ports.ts";

export const dayAt = (moment: Date): Day => moment.toISOString().slice(0, 10) as Day;

const dayMs = 86_400_000;

/** By the clock of this machine, since other programs ask it too. */
export const today = dayAt(new Date());
export const yesterday = dayAt(new Date(Date.now() - dayMs));
export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

export const pgp = createOpenPgp();

export const member = async (handle: string, day: Day = yesterday): Promise<NewKey> =>
  pgp.makeKey(handle as Handle, day);

/** The value of what must have gone well. */
export const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
};

/** The tag of the failure of what must have failed. */
export const failureOf = (result: Result<unknown, { readonly type: string }>): string =>
  result.ok ? "ok" : result.failure.type;

export const sealedBy = async (
  payload: Uint8Array,
  signers: readonly NewKey[],
  readers: readonly NewKey[],
  named = false,
): Promise<Uint8Array> => {
  const signatures = await Promise.all(
    signers.map(async ({ secret }) => pgp.sign(payload, secret, today)),
  );
  return valueOf(
    await pgp.seal({
      payload,
      signatures,
      readers: readers.map(({ certificate }) => certificate.bytes),
      named,
      day: today,
    }),
  );
};
