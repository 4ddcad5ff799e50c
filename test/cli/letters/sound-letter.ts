/** A fixed letter in which lint finds nothing, in a vault with people who stand behind it. */
import { sampleAnswers, sampleFacts } from "../../templates/sample.ts";
import { letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

/** Runs what must succeed. */
export const must = async (world: LetterWorld, ...args: readonly string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await world.pledge(...args);
  if (exitCode !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return stdout;
};

/** The world with "first", fixed on 2026-11-22, which wants an answer by 2027-03-31. */
export const soundLetter = async (overrides: object = {}): Promise<LetterWorld> => {
  const world = await letterWorld(overrides);
  const known = sampleFacts.map(({ letThrough: _, ...fact }) => fact);
  const facts = JSON.stringify(known);
  await must(world, "fact", "add", "--from", world.file("facts.json", facts));
  const { otherwise, answerBy, companyWords, contact } = sampleAnswers();
  const given = { otherwise, answerBy, companyWords, contact, facts: ["cameras"] };
  const answers = world.file("answers.json", JSON.stringify(given));
  await must(world, "letter", "start", "employer-demands", "--name", "first", "--from", answers);
  await must(world, "letter", "freeze", "first", "--yes");
  return world;
};
