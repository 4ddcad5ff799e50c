import type { StructureTestFailure } from "../../domain/structure-tests/structure-test.ts";
import { listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, usage } = exitCodes;

export const explainStructureTests: Explainers<StructureTestFailure> = {
  "test-unknown": ({ known }) => ({
    message: "there is no structure test of that name",
    hint:
      known.length === 0
        ? 'begin one with "pledge test add NAME"'
        : `there ${known.length === 1 ? "is" : "are"} ${listed(known)}`,
    exitCode: usage,
  }),
  "test-exists": ({ name }) => ({
    message: `a structure test is called ${name} already`,
    hint: "give this one another name, such as badge-2",
    exitCode: no,
  }),
  "test-misnamed": () => ({
    message:
      "the name of a test is made of lower-case letters, digits and single hyphens, 24 at most",
    hint: "for example: badge-day",
    exitCode: usage,
  }),
  "tick-misdated": ({ first, last }) => ({
    message: `that day is not between ${first}, when the test began, and ${last}`,
    hint: "leave out --on for today",
    exitCode: usage,
  }),
};
