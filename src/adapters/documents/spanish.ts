/**
 * Spanish around a letter, the same for every country that writes it. It speaks of people (`personas`), so that no
 * word has to say which gender they are. `afiliación` would be membership of a union: it is not said.
 */
import type { Phrases } from "./words.ts";

export const spanish: Phrases = {
  locale: "es",
  direction: "ltr",
  // The academies' usage (Ortografía, 2010): a thin space that does not break, from five digits on; neither point nor comma.
  digitGroup: "\u202F",
  date: "{day} de {month} de {year}",
  months: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  placeAndDate: "{place}, {date}",
  howMany: {
    one: "A {date}, ha firmado esta carta {people} persona que trabaja en {unit}.",
    many: "A {date}, han firmado esta carta {people} de personas que trabajan en {unit}.",
    other: "A {date}, han firmado esta carta {people} personas que trabajan en {unit}.",
  },
  howManyMoreThan: {
    one: "A {date}, ha firmado esta carta más de {people} persona que trabaja en {unit}.",
    many: "A {date}, han firmado esta carta más de {people} de personas que trabajan en {unit}.",
    other: "A {date}, han firmado esta carta más de {people} personas que trabajan en {unit}.",
  },
  signatories: "Firmantes",
  supporters: "Apoyos de fuera de {unit}",
  nameAndRole: "{name}, {role}",
  roleOfSeveral: "{role} ({people})",
  others: {
    one: "y {people} persona más que firma sin su nombre",
    many: "y {people} de personas más que firman sin su nombre",
    other: "y {people} personas más que firman sin su nombre",
  },
  // "más de 140 personas más" would say it twice.
  othersMoreThan: {
    one: "y más de {people} persona que firma sin su nombre",
    many: "y más de {people} de personas que firman sin su nombre",
    other: "y más de {people} personas que firman sin su nombre",
  },
  fewOthers: "y al menos una persona más que firma sin su nombre",
  onlyOthers: {
    one: "{people} persona que firma sin su nombre",
    many: "{people} de personas que firman sin su nombre",
    other: "{people} personas que firman sin su nombre",
  },
  onlyOthersMoreThan: {
    one: "Más de {people} persona que firma sin su nombre",
    many: "Más de {people} de personas que firman sin su nombre",
    other: "Más de {people} personas que firman sin su nombre",
  },
  affiliation: "Los puestos, equipos y entidades se indican solo a efectos de identificación.",
};
