/** A committee as the bytes that members sign (`docs/committee-format.md`). */
import type { Handle } from "../campaign/campaign.ts";
import { campaignToInput } from "../campaign/parse-campaign.ts";
import { writePayload } from "../sealing/payload.ts";
import { toBase64url } from "../text/bytes.ts";
import type { Json } from "../text/canonical-json.ts";
import type { Committee, Definition, Member, SharedText } from "./committee.ts";
import { campaignOf } from "./definition.ts";

/** A committee whose certificates nobody has read yet: no fingerprint is known. */
export type WrittenCommittee = Omit<Committee, "members"> & {
  readonly members: readonly Omit<Member, "fingerprint">[];
};

/** The members of `init --from`, without who holds a vault. */
const definitionLine = (definition: Definition): Json => {
  // Any handle will do: it is taken out again.
  const { organizer: _, ...input } = campaignToInput(campaignOf(definition, "any" as Handle));
  return input;
};

const memberLine = ({
  handle,
  certificate,
  attests,
  turf,
  replaces,
}: Omit<Member, "fingerprint">): Json => ({
  member: handle,
  certificate: toBase64url(certificate),
  attests: attests && toBase64url(attests),
  turf,
  replaces,
});

/** Member by member: what else an object may have on it is no part of the format. */
const textLine = (text: SharedText): Json => ({
  letter: text.letter,
  template: text.template,
  title: text.title,
  language: text.language,
  place: text.place,
  markdown: text.markdown,
  frozenOn: text.frozenOn,
});

/** The payload. What is sorted in it must be so already: `next-number.ts` sorts. */
export const writeCommittee = (committee: WrittenCommittee): Uint8Array => {
  const { number, prev, needs, asOf, definition, members, texts } = committee;
  return writePayload([
    {
      type: "pledge-committee",
      v: 1,
      campaign: definition.id,
      number,
      prev: prev ?? null,
      needs,
      asOf,
      definition: definitionLine(definition),
    },
    ...members.map(memberLine),
    ...texts.map(textLine),
  ]);
};
