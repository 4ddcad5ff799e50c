/** What an organizer keeps of a person over months, besides what `person-changes.ts` asks first: one question each, until "back". */
import type { Ask } from "../../domain/asking/ask.ts";
import { findPerson } from "../../domain/people/find-person.ts";
import type { PersonInput } from "../../domain/people/person-input.ts";
import type { Consent, Employment, LeaderRole, Person } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import { cleanLines, showable } from "../../domain/text/clean.ts";
import { canonicalLanguage } from "../../domain/text/language.ts";
import { employmentWords, leaderWords } from "../render/words.ts";
import { contactItem } from "./contacts.ts";
import type { Asking } from "./new-person.ts";
import { withInput } from "./pledge-changes.ts";
import type { Draft, Item } from "./pledge-changes.ts";
import { askErasable, askText } from "./text.ts";
import type { Clean } from "./text.ts";

/** What stands there now: what was said last, unless it was taken away or never said. */
export const present = <T>(before: T | undefined, said: T | null | undefined): T | undefined =>
  said === undefined ? before : (said ?? undefined);

/** One choice of several, or none. */
const choiceItem = <T extends string>(
  ask: Ask,
  label: string,
  message: string,
  words: Readonly<Record<T, string>>,
  of: {
    readonly now: (draft: Draft) => T | undefined;
    readonly said: (value: T | null) => PersonInput;
  },
): Item => ({
  label: (draft) => {
    const now = of.now(draft);
    return `${label}: ${now === undefined ? "not noted" : words[now]}`;
  },
  change: async (draft) => {
    const choices = (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));
    const value = await ask.one<T | null>({
      message,
      choices: [{ value: null, label: "not noted" }, ...choices],
      offered: of.now(draft) ?? null,
    });
    return withInput(draft, of.said(value));
  },
});

const lineItem = (
  ask: Ask,
  person: Person,
  member: "site" | "shift" | "pronouns" | "source" | "language" | "sharedNote",
  label: string,
  message: string,
  clean?: Clean,
): Item => ({
  label: ({ input }) =>
    `${label}: ${showable((present(person[member], input[member]) ?? "not noted").replaceAll("\n", " "))}`,
  change: async (draft) => {
    const said = await askErasable(ask, {
      message,
      present: present(person[member], draft.input[member]),
      ...(clean === undefined ? {} : { clean }),
    });
    return said === undefined ? draft : withInput(draft, { [member]: said });
  },
});

const cleanLanguage: Clean = (text) => {
  const tag = canonicalLanguage(text);
  return tag === undefined ? fail({ type: "language-malformed" }) : ok(tag);
};

const coverItem = ({ ask, vault }: Asking, person: Person): Item => ({
  label: ({ input }) =>
    `who keeps in touch: ${present(person.coveredBy, input.coveredBy) ?? "nobody"}`,
  change: async (draft) => {
    const said = await askErasable(ask, {
      message: "Who keeps in touch with them? An id or an alias",
      present: present(person.coveredBy, draft.input.coveredBy),
      clean: (text) => {
        const found = findPerson(vault.people, text);
        if (!found.ok) return fail({ type: "person-unknown" });
        return found.value.id === person.id
          ? fail({ type: "value-wrong", expected: "somebody else" })
          : ok(found.value.id);
      },
    });
    return said === undefined ? draft : withInput(draft, { coveredBy: said });
  },
});

/** Words apart by commas. */
const wordsIn = (text: string): readonly string[] =>
  text.split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));

const issuesItem = (ask: Ask, person: Person): Item => ({
  label: ({ input }) =>
    `what moves them: ${(input.issues ?? person.issues).map(showable).join(", ") || "not noted"}`,
  change: async (draft) => {
    const now = draft.input.issues ?? person.issues;
    const said = await askErasable(ask, {
      message: "What moves them, apart by commas",
      present: now.length === 0 ? undefined : now.join(", "),
    });
    return said === undefined ? draft : withInput(draft, { issues: wordsIn(said ?? "") });
  },
});

const consentsItem = ({ ask, today }: Asking, person: Person): Item => {
  const now = ({ input }: Draft): readonly Consent[] => input.consents ?? person.consents;
  return {
    label: (draft) =>
      `what they agreed to: ${
        now(draft)
          .map(({ to, on }) => `${showable(to)} (${on})`)
          .join(", ") || "not noted"
      }`,
    change: async (draft) => {
      const consents = now(draft);
      const gone =
        consents.length === 0
          ? undefined
          : await ask.one<Consent | undefined>({
              message: "What they agreed to",
              choices: [
                { value: undefined, label: "add something" },
                ...consents.map((consent) => ({
                  value: consent,
                  label: `take away ${showable(consent.to)} (${consent.on})`,
                })),
              ],
            });
      if (gone !== undefined)
        return withInput(draft, { consents: consents.filter((one) => one !== gone) });
      const to = await askText(ask, {
        message:
          "What did they agree to today? For example: to be called at home (Enter = nothing)",
        optional: true,
      });
      return to === "" ? draft : withInput(draft, { consents: [...consents, { to, on: today }] });
    },
  };
};

const reachItem = (ask: Ask, person: Person): Item => {
  const now = ({ input }: Draft): boolean => input.doNotContact ?? person.doNotContact;
  return {
    label: (draft) => `may be contacted: ${now(draft) ? "no, they said so" : "yes"}`,
    change: async (draft) => {
      const message = "Did they say that nobody should write or call?";
      return withInput(draft, { doNotContact: await ask.yes({ message, offered: now(draft) }) });
    },
  };
};

/** The second page of the menu. */
export const moreItems = (asking: Asking, person: Person): Readonly<Record<string, Item>> => {
  const { ask } = asking;
  return {
    contacts: contactItem(asking, person),
    reach: reachItem(ask, person),
    site: lineItem(ask, person, "site", "site", "Where they work"),
    shift: lineItem(ask, person, "shift", "shift", "When they work"),
    employment: choiceItem<Employment>(
      ask,
      "employed as",
      "By whom are they employed?",
      employmentWords,
      {
        now: ({ input }) => present(person.employment, input.employment),
        said: (employment) => ({ employment }),
      },
    ),
    language: lineItem(
      ask,
      person,
      "language",
      "language",
      "Language to speak to them in: en, es, pt-BR",
      cleanLanguage,
    ),
    pronouns: lineItem(ask, person, "pronouns", "pronouns", "Pronouns"),
    leader: choiceItem<LeaderRole>(
      ask,
      "part in the campaign",
      "What is their part?",
      leaderWords,
      {
        now: ({ input }) => present(person.leader, input.leader),
        said: (leader) => ({ leader }),
      },
    ),
    cover: coverItem(asking, person),
    issues: issuesItem(ask, person),
    consents: consentsItem(asking, person),
    source: lineItem(ask, person, "source", "known from", "Where is this known from?"),
    shared: lineItem(
      ask,
      person,
      "sharedNote",
      "note for the committee",
      "Note for the committee: it goes along where you hand the person over",
      cleanLines,
    ),
  };
};
