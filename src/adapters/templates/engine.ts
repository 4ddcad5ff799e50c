/**
 * Runs a template that `check.ts` has accepted. The block helpers are ours and count: handlebars'
 * own would let nested loops run for hours. Every rendering has an instance of its own, so nothing
 * of one is left in the next.
 */
import type Handlebars from "handlebars";

import type { OutsideBlock } from "../../domain/letters/outside.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { helperNames } from "./calls.ts";
import { longDay, joined } from "./wording.ts";
import { OutsidePlace } from "./escape.ts";
import { library } from "./library.ts";

/** Blocks, items, conditions and partials that one rendering may go through. */
export const mostSteps = 100_000;
/** Characters that one rendering may write, before it is tidied. */
export const mostOutput = 1024 * 1024;

/** Thrown through handlebars, and caught below. */
class Endless extends Error {}

interface Meter {
  steps: number;
  output: number;
}

const step = (meter: Meter): void => {
  meter.steps += 1;
  if (meter.steps > mostSteps) throw new Endless();
};

const grown = (meter: Meter, output: number): void => {
  meter.output = output;
  if (output > mostOutput) throw new Endless();
};

/** What an `if` takes for no: what is missing, empty, none or nought, and a group with nothing in it. */
const holds = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some((member) => member !== null)
    : Boolean(value);

type Options = Handlebars.HelperOptions;

// A copy for every step, since handlebars takes two levels with the same object for one, and
// `../` would then lead further out than it says.
const copied = (item: object): object => Object.assign(Object.create(null) as object, item);

const loop = (meter: Meter, self: unknown, items: readonly object[], options: Options): string => {
  if (items.length === 0) return options.inverse(self);
  let text = "";
  const before = meter.output;
  for (const [index, item] of items.entries()) {
    step(meter);
    const data = {
      ...(options.data as object),
      index,
      first: index === 0,
      last: index === items.length - 1,
    };
    text += options.fn(copied(item), { data });
    grown(meter, before + text.length);
  }
  return text;
};

// `function`, because handlebars hands over what is being read as `this`.
const blockHelpersOf = (meter: Meter): Handlebars.HelperDeclareSpec => ({
  if(this: unknown, condition: unknown, options: Options) {
    step(meter);
    return holds(condition) ? options.fn(this) : options.inverse(this);
  },
  unless(this: unknown, condition: unknown, options: Options) {
    step(meter);
    return holds(condition) ? options.inverse(this) : options.fn(this);
  },
  with(this: unknown, group: object, options: Options) {
    step(meter);
    return holds(group) ? options.fn(copied(group)) : options.inverse(this);
  },
  each(this: unknown, items: readonly object[], options: Options) {
    step(meter);
    return loop(meter, this, items, options);
  },
});

const printHelpersOf = (language: string): Handlebars.HelperDeclareSpec => ({
  eq: (a: unknown, b: unknown) => a === b,
  day: (day: string) => longDay(day, language),
  list: (items: readonly Readonly<Record<string, string>>[], member: string) =>
    joined(
      items.map((item) => item[member] ?? ""),
      language,
    ),
  outside: (block: OutsideBlock) => new OutsidePlace(block),
});

/** Only our helpers; without this, handlebars takes its own ones for known. */
const knownHelpers: Record<string, boolean> = {
  log: false,
  lookup: false,
  helperMissing: false,
  blockHelperMissing: false,
  ...Object.fromEntries(helperNames.map((name) => [name, true])),
};

/** The text as the template and its partials write it, values still between their inner signs. */
export const runTemplate = (
  text: string,
  partials: ReadonlyMap<string, string>,
  context: object,
  language: string,
): Result<string, "endless"> => {
  const meter: Meter = { steps: 0, output: 0 };
  const instance = library().create();
  for (const name of Object.keys(instance.helpers)) instance.unregisterHelper(name);
  for (const name of Object.keys(instance.decorators)) instance.unregisterDecorator(name);
  instance.registerHelper(blockHelpersOf(meter));
  instance.registerHelper(printHelpersOf(language));
  const compile = (source: string): Handlebars.TemplateDelegate =>
    // preventIndent: a partial's text may not become a block of code by where its tag stands.
    instance.compile(source, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers,
      preventIndent: true,
    });
  for (const [name, source] of partials) {
    const partial = compile(source);
    instance.registerPartial(name, (inner: unknown, options?: Handlebars.RuntimeOptions) => {
      step(meter);
      return partial(inner, options);
    });
  }
  try {
    const written = compile(text)(context);
    grown(meter, written.length);
    return ok(written);
  } catch (error) {
    if (error instanceof Endless) return fail("endless");
    throw error;
  }
};
