/** What becomes of a new number of the committee file: whom it is for, and how they take it in. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Committee } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { listed } from "../../domain/text/words.ts";
import { wrapped } from "./columns.ts";
import type { Screen } from "./committee.ts";

/** The others will have it under its own name, wherever it lies here. */
export const nameOfFile = (file: string | undefined): string =>
  file?.slice(file.lastIndexOf("/") + 1) ?? "committee.pledge";

/** "Send committee.pledge to heron and wren, to be taken in with:" and the command. */
export const sendLines = (
  what: string,
  to: readonly Handle[],
  command: string,
  { columns, width }: Screen,
): readonly string[] =>
  to.length === 0
    ? []
    : [
        ...wrapped(`${what} to ${listed(to)}, to be taken in with:`, columns, width),
        `  ${command}`,
      ];

/** For everybody but us. `file` is the path that was written, nothing where none was. */
export const mergeLines = (
  { members }: Committee,
  self: Fingerprint,
  file: string | undefined,
  screen: Screen,
): readonly string[] => {
  if (file === undefined) return [];
  const others = members.filter(({ fingerprint }) => fingerprint !== self);
  const name = nameOfFile(file);
  const handles = others.map(({ handle }) => handle);
  return sendLines(`Send ${name}`, handles, `pledge merge ${name}`, screen);
};
