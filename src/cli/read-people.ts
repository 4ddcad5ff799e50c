/** People from the file of a --from: every value read, every fault of the file at once. */
import type { JsonDocument } from "../domain/files/ports.ts";
import type { InputFault } from "../domain/input/fault.ts";
import type { Result } from "../domain/result.ts";

/** What each document says, and what is wrong with those that say nothing. */
export const readEach = <T>(
  documents: readonly JsonDocument[],
  parse: (value: unknown, line: number) => Result<T, readonly InputFault[]>,
): { readonly people: readonly T[]; readonly faults: readonly InputFault[] } => {
  const people: T[] = [];
  const faults: InputFault[] = [];
  for (const { value, line } of documents) {
    const person = parse(value, line);
    if (person.ok) people.push(person.value);
    else faults.push(...person.failure);
  }
  return { people, faults };
};
