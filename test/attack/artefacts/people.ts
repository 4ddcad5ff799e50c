/** Whom the organizers have: people out of the staff list, with contacts and notes that are known when they are seen. Sample data. */
import { some } from "../company.ts";
import type { Employee } from "../company.ts";

/** What a note begins with, of which none may leave. */
export const noteMark = "sample note";
/** What a contact begins with. */
export const contactMark = "sample.contact.";

export const rowansPeople = some("cloud", 0, 40);
export const heronsPeople = some("ads", 0, 30);
/** Of each organizer, the first so many; the next six are shown by role, the others counted. */
const named = 3;

const displayOf = (place: number): string =>
  place < named ? "named" : place < named + 6 ? "role" : "counted";

/** What `add --from` takes. */
export const inputs = (people: readonly Employee[], word: string): readonly object[] =>
  people.map(({ name, team, role }, place) => ({
    name,
    team,
    role,
    display: displayOf(place),
    actions: place % 3 === 0 ? ["sign", "walkout"] : ["sign"],
    contacts: [{ kind: "signal", value: `${contactMark}${word}.${place}` }],
    note: `${noteMark} ${word} ${place}`,
  }));

/** Those of them whom a letter may name. */
export const namedIn = (people: readonly Employee[]): readonly string[] =>
  people.slice(0, named).map(({ name }) => name);
