/** Which addresses look like the employer's: what goes there, the employer can read. */
import { folded, lettersOf } from "../text/folded.ts";

const legalForms =
  /\b(?:the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|se|sa|s\.a|srl|bv|nv|ab|oy|group|holdings?|technologies|international)\b\.?/gu;

/** The employer's name as it would stand in a domain: "Example Corp" is "example". */
export const employerLabel = (employer: string): string => {
  const name = folded(employer);
  const short = lettersOf(name.replaceAll(legalForms, " "));
  return short === "" ? lettersOf(name) : short;
};

/** Kept for examples (RFC 2606): nobody's mail is read there. */
const reserved = /(?:^|\.)example(?:\.(?:com|org|net|edu))?$|\.(?:test|invalid)$/u;

/** Workers who write under their employer's name: "exampleworkers.org". */
const workers =
  /worker|union|organi[sz]|solidar|walkout|employees|trabajador|sindicat|plantilla|huelga/u;

const insideLabels = ["internal", "intranet", "corp", "local", "lan"];

/**
 * Whether a host name is the employer's: `employer` is its `employerLabel`. Too short a name is in every other domain by chance, so it must be the
 * whole label.
 */
export const isEmployersHost = (host: string, employer: string): boolean => {
  if (reserved.test(host)) return false;
  const labels = host.split(".");
  if (labels.some((label) => insideLabels.includes(label))) return true;
  return (
    employer !== "" &&
    labels.slice(0, -1).some((label) => {
      const letters = lettersOf(label);
      return employer.length < 4
        ? letters === employer
        : letters.includes(employer) && !workers.test(letters);
    })
  );
};

/** Whether an e-mail address lies at the employer with that `employerLabel`. */
export const isEmployersAddress = (address: string, employer: string): boolean =>
  address.includes("@") && isEmployersHost(address.toLowerCase().split("@").at(-1) ?? "", employer);
