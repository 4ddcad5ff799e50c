/** English around a letter. */
import type { Phrases } from "./words.ts";

export const english: Phrases = {
  locale: "en-GB",
  direction: "ltr",
  date: "{day} {month} {year}",
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  placeAndDate: "{place}, {date}",
  howMany: {
    one: "As of {date}, {people} worker in {unit} has signed this letter.",
    other: "As of {date}, {people} workers in {unit} have signed this letter.",
  },
  howManyMoreThan: {
    one: "As of {date}, more than {people} worker in {unit} has signed this letter.",
    other: "As of {date}, more than {people} workers in {unit} have signed this letter.",
  },
  signatories: "Signatories",
  supporters: "Supporters from outside {unit}",
  nameAndRole: "{name}, {role}",
  roleOfSeveral: "{role} ({people})",
  others: {
    one: "and {people} other who signs without a name",
    other: "and {people} others who sign without their names",
  },
  othersMoreThan: {
    one: "and more than {people} other who signs without a name",
    other: "and more than {people} others who sign without their names",
  },
  fewOthers: "and at least one more who signs without a name",
  onlyOthers: {
    one: "{people} person who signs without a name",
    other: "{people} people who sign without their names",
  },
  onlyOthersMoreThan: {
    one: "More than {people} person who signs without a name",
    other: "More than {people} people who sign without their names",
  },
  affiliation: "Affiliations are given for identification only.",
};
