import type { Member } from "../../domain/committee/committee.ts";
import type { Json } from "../../domain/text/canonical-json.ts";

/** `{"handle","fingerprint","turf":[team key]}`. */
export const memberJson = ({ handle, fingerprint, turf }: Member): Json => ({
  handle,
  fingerprint,
  turf,
});
