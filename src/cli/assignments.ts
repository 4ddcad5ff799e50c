/** Options of the form `HANDLE=VALUE`. What cannot be read is not repeated: it may be a name. */
import { readSpoken } from "../domain/audits/draw.ts";
import type { SpokenWords } from "../domain/audits/draw.ts";
import type { Handle, Team, TeamKey } from "../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../domain/committee/failures.ts";
import { parseHandle } from "../domain/committee/handle.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { parseFingerprint } from "../domain/sealing/certificate.ts";
import type { Fingerprint } from "../domain/sealing/certificate.ts";

/** By handle, each once. `read` gives nothing for a value that is none. */
const readAll = <Value>(
  option: string,
  given: readonly string[],
  read: (text: string) => Result<Value, CommitteeFailure> | undefined,
): Result<ReadonlyMap<Handle, Value>, CommitteeFailure> => {
  const found = new Map<Handle, Value>();
  for (const assignment of given) {
    const at = assignment.indexOf("=");
    const handle = parseHandle(assignment.slice(0, Math.max(0, at)));
    const value = read(assignment.slice(at + 1));
    if (handle === undefined || value === undefined || found.has(handle))
      return fail({ type: "assignment-unreadable", option });
    if (!value.ok) return value;
    found.set(handle, value.value);
  }
  return ok(found);
};

/** `--fingerprint HANDLE=40HEX`, spaces and case as they come. */
export const readFingerprints = (
  given: readonly string[],
): Result<ReadonlyMap<Handle, Fingerprint>, CommitteeFailure> =>
  readAll("--fingerprint", given, (text) => {
    const fingerprint = parseFingerprint(text);
    return fingerprint === undefined ? undefined : ok(fingerprint);
  });

/** `--promise HANDLE="six words"`, and `--word` alike. */
export const readWords = (
  option: string,
  given: readonly string[],
): Result<ReadonlyMap<Handle, SpokenWords>, CommitteeFailure> =>
  readAll(option, given, (text) => {
    const words = readSpoken(text);
    return words === undefined ? undefined : ok(words);
  });

/** `--turf HANDLE=cloud,ads`; nothing behind the sign is no team. */
export const readTurfs = (
  given: readonly string[],
  teams: readonly Team[],
): Result<ReadonlyMap<Handle, readonly TeamKey[]>, CommitteeFailure> => {
  const known = teams.map(({ key }) => key);
  return readAll("--turf", given, (text) => {
    const named = text.split(",").filter((key) => key !== "");
    const turf = known.filter((key) => named.includes(key)).toSorted();
    return named.every((key) => (known as readonly string[]).includes(key))
      ? ok(turf)
      : fail({ type: "turf-unknown", known });
  });
};
