/**
 * Shapes that several of our formats share. A list is counted before anything walks over its
 * entries, so that a hostile file gives one fault and not a million.
 */
import * as v from "valibot";

/** A number of workers. */
export const people = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));

/** A share of the unit. */
export const percent = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** A list of up to `longest` entries. */
export const list = <Item extends v.GenericSchema>(item: Item, longest: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(longest), v.array(item));

/** What should be an object: a list is none, though the library would look for members in it. */
export const object = (input: unknown): unknown => (Array.isArray(input) ? null : input);
