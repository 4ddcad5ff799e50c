import type { Day } from "../day.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Person, PersonId } from "./person.ts";

/** Somebody of whom nothing has been said yet. */
export const blankPerson = (id: PersonId, code: PledgeCode, addedOn: Day): Person => ({
  id,
  code,
  addedOn,
  name: "",
  contacts: [],
  supervisor: "no",
  supporter: false,
  doNotContact: false,
  issues: [],
  consents: [],
  elsewhere: [],
});
