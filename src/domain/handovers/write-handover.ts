/** A handover as bytes. There is one way to write each, so what `parseHandover` accepts is what this gives. */
import type { Signature } from "../letters/letter.ts";
import type { Told } from "../people/duplicates/told-codes.ts";
import type { Assessment, Consent, Contact } from "../people/person.ts";
import { conditionToMembers } from "../pledges/condition.ts";
import type { Pledge } from "../pledges/pledge.ts";
import { writeLines } from "../sealing/payload.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { Json } from "../text/canonical-json.ts";
import type { HandedPerson, Handover } from "./handover.ts";

export const handoverType = "pledge-handover";
export const handoverVersion = 1;

export type HandoverHeader = Omit<Handover, "people"> & { readonly people: number };

/** The first line, without its LF. */
export const handoverHeaderText = (header: HandoverHeader): string =>
  canonicalJson({
    type: handoverType,
    v: handoverVersion,
    campaign: header.campaign,
    committee: { number: header.committee.number, hash: header.committee.hash },
    from: header.from,
    to: header.to,
    incarnation: header.incarnation,
    number: header.number,
    asOf: header.asOf,
    teams: header.teams,
    people: header.people,
  });

/** A list that has nobody in it is left out. */
const unlessEmpty = <T>(name: string, all: readonly T[], one: (item: T) => Json) =>
  all.length === 0 ? {} : { [name]: all.map(one) };

const contactJson = ({ kind, value, atWork }: Contact): Json => ({
  kind,
  value,
  ...(atWork === true ? { atWork } : {}),
});

const pledgeJson = ({ action, condition, display, state, since }: Pledge): Json => ({
  action,
  ...conditionToMembers(condition),
  display,
  state,
  since,
});

const consentJson = ({ to, on }: Consent): Json => ({ to, on });
const assessmentJson = ({ level, basis, day }: Assessment): Json => ({ level, basis, day });
const signatureJson = ({ text, signedOn }: Signature): Json => ({ text, signedOn });
const toldJson = ({ action, code, carries }: Told): Json => ({
  action,
  code,
  ...(carries ? { carries } : {}),
});
const itself = (text: string): Json => text;

/** Somebody's line, without its LF. */
export const handedPersonText = (handed: HandedPerson): string => {
  const { record } = handed;
  return canonicalJson({
    id: record.id,
    code: record.code,
    addedOn: record.addedOn,
    name: record.name,
    alias: record.alias,
    team: record.team,
    role: record.role,
    site: record.site,
    shift: record.shift,
    employment: record.employment,
    language: record.language,
    pronouns: record.pronouns,
    leader: record.leader,
    coveredBy: record.coveredBy,
    supervisor: record.supervisor,
    ...(record.supporter ? { supporter: true } : {}),
    ...(record.doNotContact ? { doNotContact: true } : {}),
    ...unlessEmpty("contacts", record.contacts, contactJson),
    ...unlessEmpty("consents", record.consents, consentJson),
    ...unlessEmpty("elsewhere", record.elsewhere, itself),
    ...unlessEmpty("otherCodes", handed.otherCodes, itself),
    ...unlessEmpty("told", handed.told, toldJson),
    ...unlessEmpty("assessments", handed.assessments, assessmentJson),
    ...unlessEmpty("pledges", handed.pledges, pledgeJson),
    ...unlessEmpty("changes", handed.changes, pledgeJson),
    ...unlessEmpty("signatures", handed.signatures, signatureJson),
  });
};

/** The payload of a handover whose lists are sorted as its types say, pad included. */
export const writeHandover = ({ people, ...header }: Handover): Uint8Array =>
  writeLines([
    handoverHeaderText({ ...header, people: people.length }),
    ...people.map(handedPersonText),
  ]);
