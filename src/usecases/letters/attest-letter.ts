/**
 * What a member looks at before she attests a file of a letter: that its text is the fixed one, and that it states
 * nothing of people that her vault cannot show.
 */
import type { Attestation } from "../../domain/committee/attestation.ts";
import { addDays } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { FrozenText } from "../../domain/letters/letter.ts";
import type { Documents, LetterSource } from "../../domain/letters/ports.ts";
import type { SignatoryList } from "../../domain/letters/signatories.ts";
import { atLeast, isShownBy } from "../../domain/letters/stated.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { sameBytes } from "../../domain/sealing/payload.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../committee/committee-in-use.ts";

/**
 * A file as a text signature covers it: lines ended by LF, whichever they have. A CR that ends no line is refused,
 * because programs do not agree on what it is (GnuPG and RNP drop one before a CRLF, Sequoia takes one for a line end).
 */
export const readSignedText = (file: Uint8Array): Result<string, LetterFailure> => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return fail({ type: "attest-format", why: "not-text" });
  }
  if (text.includes("\0") || text.startsWith("%PDF-"))
    return fail({ type: "attest-format", why: "not-text" });
  const lines = text.replaceAll("\r\n", "\n");
  return lines.includes("\r") ? fail({ type: "attest-format", why: "line-ends" }) : ok(lines);
};

/** The same of a letter, which is never attested as HTML: what a browser shows of it is another matter than its bytes. */
export const readLetterText = (file: Uint8Array): Result<string, LetterFailure> => {
  const text = readSignedText(file);
  return text.ok && /^\s*<!doctype html/iu.test(text.value)
    ? fail({ type: "attest-format", why: "html" })
    : text;
};

/** Every day from when the text was fixed, for a calendar a day behind ours or ahead of it. */
const daysSince = (frozenOn: Day, today: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = addDays(frozenOn, -1); day <= addDays(today, 1); day = addDays(day, 1))
    days.push(day);
  return days;
};

/** What the file states, where all of it can be shown by `known`: the letter as it would be written now. */
export const checkStated = (
  documents: Pick<Documents, "hasText" | "readOutside">,
  file: string,
  {
    name,
    frozen,
    known,
  }: { readonly name: string; readonly frozen: FrozenText; readonly known: LetterSource },
): Result<SignatoryList, LetterFailure> => {
  const read = documents.readOutside(file, known, daysSince(frozen.frozenOn, known.outside.day));
  if (read === undefined) {
    const type = documents.hasText(file, known) ? "attest-outside-other" : "attest-text-other";
    return fail({ type, name });
  }
  const { signatories: stated } = read.outside;
  const { signatories: shown } = known.outside;
  if (isShownBy(stated, shown)) return ok(stated);
  return fail({
    type: "attest-too-many",
    name,
    stated: atLeast(stated),
    shown: atLeast(shown),
  });
};

/** Whether a reader of the committee file finds our key in it: no committee, a line without it, or there. */
export type Named = "no-committee" | "not-named" | "named";

export const namedAs = (vault: Vault, { certificate }: Attestation): Named => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return "no-committee";
  const { committee, identity } = inUse.value;
  const self = committee.members.find(({ fingerprint }) => fingerprint === identity.fingerprint);
  return self?.attests !== undefined && sameBytes(self.attests, certificate)
    ? "named"
    : "not-named";
};
