import { describe, expect, it } from "vitest";

import { createStrictJson } from "../../../src/adapters/system/strict-json.ts";
import { toldBy } from "./json-texts.ts";

const json = createStrictJson();

const told = (text: string): string => toldBy(json.parse, text);

describe("what is said about malformed JSON", () => {
  it.each([
    ["", "1:1 there is nothing in it"],
    [" \n ", "1:1 there is nothing in it"],
    ["{'name': 1}", "1:2 a text stands in single quotes instead of double ones"],
    ["{“name”: 1}", '1:2 a curly quotation mark stands where a straight one (") should'],
    ["{alias: 1}", "1:2 a word stands here without double quotes"],
    ["{name: 1}", "1:2 a word stands here without double quotes"],
    ['{"alias": heron}', "1:11 a word stands here without double quotes"],
    ['{"a": True}', "1:7 a word stands here without double quotes"],
    ['{"a": 1,}', '1:9 "}" is not expected here (a comma too many before it, or a value missing?)'],
    ['{"a":\n}', '2:1 "}" is not expected here (a comma too many before it, or a value missing?)'],
    ["[1,\n 2,]", '2:4 "]" is not expected here (a comma too many before it, or a value missing?)'],
    ['{"a" 1}', "1:6 a number is not expected here, or not written as JSON has it"],
    [
      '{"a": 1 "b": 2}',
      "1:9 another value is not expected here (a comma or a colon missing before it?)",
    ],
    ["[1 [2]]", "1:4 another value is not expected here (a comma or a colon missing before it?)"],
    ["[1 true]", "1:4 another value is not expected here (a comma or a colon missing before it?)"],
    ["{} {}", "1:4 another value is not expected here (a comma or a colon missing before it?)"],
    ["1,2", '1:2 "," is not expected here'],
    ['{"a"::1}', '1:6 ":" is not expected here'],
    ["]", '1:1 "]" is not expected here (a comma too many before it, or a value missing?)'],
    ["[1}", '1:3 "}" stands where the "[" before it should be closed'],
    ["01", "1:1 a number is not expected here, or not written as JSON has it"],
    ["[+1]", "1:2 a number is not expected here, or not written as JSON has it"],
    ["[.5]", "1:2 a number is not expected here, or not written as JSON has it"],
    ["[1.]", '1:4 "]" is not expected here (a comma too many before it, or a value missing?)'],
    ["1.", "1:3 it ends too early"],
    ["// a list\n{}", "1:1 JSON has no comments"],
    ['["a\\x"]', "1:4 a backslash stands before something that JSON does not know"],
    ['["a\\u12"]', "1:7 a backslash stands before something that JSON does not know"],
    ['["abc', "1:2 the text that begins here is not closed on its line"],
    ['["abc\n"]', "1:2 the text that begins here is not closed on its line"],
    ['["a\tb"]', "1:4 a control character stands in a text (write it as \\t or \\u001f)"],
    ["[1]\u00A0", "1:4 a character stands here that is not expected outside a text"],
    ["\uFEFF[1]", "1:1 a character stands here that is not expected outside a text"],
    ['{"a":[1,2}', '1:10 "}" stands where the "[" before it should be closed'],
    ['{"a":[1,2]', '1:1 the "{" that stands here is not closed'],
  ])("%j", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ["[1,,2]", '1:4 "," is not expected here'],
    ["[,1]", '1:2 "," is not expected here'],
    ["[1,]", '1:4 "]" is not expected here (a comma too many before it, or a value missing?)'],
    ["[1", '1:1 the "[" that stands here is not closed'],
    ["[1}", '1:3 "}" is not expected here (a comma too many before it, or a value missing?)'],
    ["[1]\n[2]", "2:1 something follows the end of the array"],
    ['{"a":1}\n{"a":1', '2:1 the "{" that stands here is not closed'],
    [
      '{"a":1}\n{"a":1} {"a":2}',
      "2:9 another value is not expected here (a comma or a colon missing before it?)",
    ],
    ['{"a":1},\n{"a":2}', '1:8 "," is not expected here'],
    ['{"a":1}\n\n{"a":1,\n"b":2}', '3:1 the "{" that stands here is not closed'],
  ])("%j, taken for many values", (text, expected) => {
    expect(toldBy(json.parseMany, text)).toBe(expected);
  });

  it("names the first thing that is wrong, not the bracket that is missing because of it", () => {
    const array = '[\n{"name": "a"},\n{"name": "b",\n{"name": "c"},\n{"name": "d"}\n]';
    expect(toldBy(json.parseMany, array)).toBe(
      "4:1 another value is not expected here (a comma or a colon missing before it?)",
    );
    expect(told('{\n"unit": {"size": 1200,\n"teams": [ala]')).toBe(
      "3:11 a word stands here without double quotes",
    );
  });

  it("never repeats what stands in the text", () => {
    const secret = "Gomez";
    const texts = [
      `{${secret}: 1}`,
      `{"a": ${secret}}`,
      `{"${secret}" 1}`,
      `{"${secret}": 1, "${secret}": 2}`,
      `["${secret}`,
      `true${secret}`,
      `null "${secret}"`,
      `'${secret}'`,
      `["${secret}\\q"]`,
    ];
    for (const text of texts) expect(told(text)).not.toContain(secret);
  });
});
