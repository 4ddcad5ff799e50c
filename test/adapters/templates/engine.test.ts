import { describe, expect, it } from "vitest";

import { runTemplate } from "../../../src/adapters/templates/engine.ts";

const run = (text: string, context: object = {}, partials: Readonly<Record<string, string>> = {}) =>
  runTemplate(text, new Map(Object.entries(partials)), context, "en");

describe("the engine, were the walk to let something through", () => {
  it.each([
    ["a name that is not there", "{{nobody}}", "not defined"],
    ["a name that is not there in a partial", "{{> part}}", "not defined"],
    ["handlebars' log", "{{log 'x'}}", "unknown helper log"],
    ["handlebars' lookup", "{{lookup this 'x'}}", "unknown helper lookup"],
    ["a helper that is not there", "{{shout 'x'}}", "unknown helper shout"],
    ["a partial that is not there", "{{> nowhere}}", "could not be found"],
    ["a block on a value", "{{#flag}}x{{/flag}}", "undefined"],
    ["a decorator", "{{#*inline 'x'}}y{{/inline}}{{> x}}", 'Missing decorator: "inline"'],
    ["an object", "{{group}}", "a value of the type object"],
    ["null", "{{none}}", "a value of the type object"],
    ["a truth", "{{flag}}", "a value of the type boolean"],
  ])("has nothing for %s", (_, text, message) => {
    const context = { group: {}, none: null, flag: true };
    expect(() => run(text, context, { part: "{{nobody}}" })).toThrow(message);
  });
});
