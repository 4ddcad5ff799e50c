import { describe, expect, it } from "vitest";

import { rendered } from "./sample-package.ts";
import type { SampleVariable } from "./sample-package.ts";

const variables: readonly SampleVariable[] = [
  { name: "subject" },
  { name: "note", required: false },
  { name: "due", kind: "day", required: false },
];

const partials = {
  plain: "plain words",
  itself: "{{> itself}}",
  ping: "{{> pong}}",
  pong: "{{> ping}}",
  reads: "first line\n  {{secret}}",
  broken: "{{#if subject}}",
  signed: '{{outside "signatories"}}',
  climbs: "{{../campaign.name}}",
};

/** A body (on line 4 of the file), the places of its faults as `line:column`, and a word of what is said. */
const refused: readonly (readonly [string, string, string])[] = [
  // Raw output.
  ["{{{subject}}}", "4:1", "without escaping"],
  ["ab {{&subject}}", "4:4", "without escaping"],
  ["{{~{subject}~}}", "4:1", "without escaping"],
  ["{{{day due}}}", "4:1", "without escaping"],
  ["{{{{if subject}}}} {{x}} {{{{/if}}}}", "4:1", "raw block"],
  // Partials.
  ["{{> (lookup . 'plain')}}", "4:1", "by a value"],
  ["{{> @partial-block}}", "4:1", "by a value"],
  ["{{> ../plain}}", "4:1", "by a value"],
  ["{{> nowhere}}", "4:1", "nowhere, which there is not"],
  ["{{> ../../../etc/passwd}}", "4:1", "by a value"],
  ["{{> 'plain/../../x'}}", "4:1", "which there is not"],
  ["{{> constructor}}", "4:1", "which there is not"],
  ["{{> plain campaign}}", "4:1", "something to read"],
  ["{{> plain subject='x'}}", "4:1", "something to read"],
  ["\n{{> itself}}", "5:1", "itself into itself"],
  ["\n\n {{> ping}}", "6:2", "ping into itself (in the partial pong, line 1, column 1)"],
  [
    "a {{> reads}}",
    "4:3",
    "secret, which it does not declare (in the partial reads, line 2, column 5)",
  ],
  ["{{> broken}}", "4:1", "cannot be read"],
  ["{{> signed}}", "4:1", "another block or a partial"],
  ["{{#each demands}}{{> climbs}}{{/each}}", "4:18", "leads out"],
  ["{{#> plain}}x{{/plain}}", "4:1", "with a block"],
  // Decorators and inline partials.
  ["{{* decorate}}", "4:1", "decorator"],
  ["{{#*inline 'x'}}{{subject}}{{/inline}}", "4:1", "of its own"],
  // Helpers.
  ["{{log subject}}", "4:1", "calls log"],
  ["{{lookup campaign 'name'}}", "4:1", "calls lookup"],
  ["{{shout subject}}", "4:1", "calls shout"],
  ["{{helperMissing}}", "4:3", "reads helperMissing"],
  ["{{blockHelperMissing subject}}", "4:1", "calls blockHelperMissing"],
  ["{{#shout subject}}x{{/shout}}", "4:1", "a block with shout"],
  ["{{#day due}}x{{/day}}", "4:1", "a block with day"],
  ["{{#eq subject 'x'}}x{{/eq}}", "4:1", "a block with eq"],
  ["{{if subject}}", "4:1", "prints nothing"],
  ["{{eq subject 'x'}}", "4:1", "prints nothing"],
  ["{{day}}", "4:1", "calls day"],
  ["{{day subject}}", "4:7", "not a day"],
  ["{{day '2026-11-22'}}", "4:1", "calls day"],
  ["{{day due due}}", "4:1", "calls day"],
  ["{{list demands}}", "4:1", "calls list"],
  ["{{list demands 'number'}}", "4:16", "not a text"],
  ["{{list demands 'constructor'}}", "4:16", "not a text"],
  ["{{list subject 'title'}}", "4:8", "not a list"],
  ["{{list demands subject}}", "4:1", "calls list"],
  ["{{#if (shout subject)}}x{{/if}}", "4:7", "calls shout"],
  ["{{#if (eq subject)}}x{{/if}}", "4:7", "calls eq"],
  ["{{#if (eq subject (eq 1 1))}}x{{/if}}", "4:7", "calls eq"],
  ["{{#if (eq demands 'x')}}x{{/if}}", "4:11", "compares demands"],
  ["{{#if (eq subject 'x' y='z')}}x{{/if}}", "4:23", "by name"],
  ["{{#if}}x{{/if}}", "4:1", "exactly one condition"],
  ["{{#if subject note}}x{{/if}}", "4:1", "exactly one condition"],
  ["{{#if true}}x{{/if}}", "4:7", "literal"],
  ["{{#if subject includeZero=true}}x{{/if}}", "4:15", "by name"],
  ["{{day due format='x'}}", "4:11", "by name"],
  ["{{#if day}}x{{/if}}", "4:7", "something to call"],
  // Blocks that say no helper.
  ["{{#demands}}{{title}}{{/demands}}", "4:1", "{{#each demands}}"],
  ["{{#campaign.name}}x{{/campaign.name}}", "4:1", "itself"],
  ["{{^note}}x{{/note}}", "4:1", "itself"],
  ["{{#each demands as |d i|}}{{d.title}}{{/each}}", "4:1", "names the items"],
  ["{{#each subject}}x{{/each}}", "4:9", "not a list"],
  ["{{#each campaign}}x{{/each}}", "4:9", "not a list"],
  ["{{#each demands 'x'}}x{{/each}}", "4:1", "exactly one name"],
  ["{{#each (eq 1 1)}}x{{/each}}", "4:1", "exactly one name"],
  ["{{#with demands}}x{{/with}}", "4:9", "not a group"],
  // Paths.
  ["{{nobody}}", "4:3", "reads nobody, which it does not declare"],
  ["{{campaign.id}}", "4:3", "no template may read"],
  ["{{campaign.organizer}}", "4:3", "no template may read"],
  ["{{campaign.teams.length}}", "4:3", "no template may read"],
  ["{{demands.length}}", "4:3", "no template may read"],
  ["{{demands.[0].title}}", "4:3", "no template may read"],
  ["{{subject.length}}", "4:3", "no template may read"],
  ["{{startedOn}}", "4:3", "does not declare"],
  ["{{__proto__}}", "4:3", "no template may read"],
  ["{{constructor}}", "4:3", "no template may read"],
  ["{{[constructor]}}", "4:3", "no template may read"],
  ["{{campaign.constructor.name}}", "4:3", "no template may read"],
  ["{{subject.constructor.prototype}}", "4:3", "no template may read"],
  ["{{campaign.__proto__.toString}}", "4:3", "no template may read"],
  ["{{toString}}", "4:3", "does not declare"],
  ["{{#if __proto__.polluted}}x{{/if}}", "4:7", "no template may read"],
  ["{{#each constructor}}x{{/each}}", "4:9", "no template may read"],
  ["{{#with __proto__}}x{{/with}}", "4:9", "no template may read"],
  ["{{@root.campaign.name}}", "4:3", "no template may read"],
  ["{{@key}}", "4:3", "no template may read"],
  ["{{@index}}", "4:3", "outside of an each"],
  ["{{#each demands}}{{@../index}}{{/each}}", "4:20", "no template may read"],
  ["{{#each demands}}{{@index.constructor}}{{/each}}", "4:20", "no template may read"],
  ["{{../campaign.name}}", "4:3", "leads out"],
  ["{{#each demands}}{{../../subject}}{{/each}}", "4:20", "leads out"],
  ["{{#if subject}}{{../subject}}{{/if}}", "4:18", "leads out"],
  ["{{#each demands}}{{subject}}{{/each}}", "4:20", "write ../subject"],
  ["{{#each demands}}{{sources}}{{/each}}", "4:20", "no template may read"],
  ["{{this}}", "4:3", "not a text"],
  ["{{campaign}}", "4:3", "not a text"],
  ["{{demands}}", "4:3", "not a text"],
  ["{{#each demands}}{{@first}}{{/each}}", "4:20", "not a text"],
  ["{{'subject'}}", "4:1", "literal"],
  ["{{12}}", "4:1", "literal"],
  ["{{undefined}}", "4:1", "literal"],
  // What may be missing.
  ["{{note}}", "4:3", "{{#if note}}"],
  ["{{day due}}", "4:7", "{{#if due}}"],
  ["{{due}}", "4:3", "write {{day due}}"],
  ["{{addressee.name}}", "4:3", "may be missing"],
  ["{{#if addressee}}{{addressee.title}}{{/if}}", "4:20", "may be missing"],
  ["{{#with addressee}}{{title}}{{/with}}", "4:22", "may be missing"],
  ["{{#if note}}x{{else}}{{note}}{{/if}}", "4:24", "may be missing"],
  ["{{#unless note}}{{note}}{{/unless}}", "4:19", "may be missing"],
  ["{{#if (eq note '')}}{{note}}{{/if}}", "4:23", "may be missing"],
  ["{{#if (eq note due)}}{{note}}{{/if}}", "4:24", "may be missing"],
  ["{{#each demands}}{{day by}}{{/each}}", "4:24", "may be missing"],
  [
    "{{#each demands}}{{#if by}}{{#each ../demands}}{{day by}}{{/each}}{{/if}}{{/each}}",
    "4:54",
    "may be missing",
  ],
  // Places where Markdown's escape is void.
  ["[see](http://example.org/{{subject}})", "4:26", "target of a link"],
  ["[see]({{subject}})", "4:7", "target of a link"],
  ["![{{subject}}](x.png)", "4:1 4:3", "prints a value in a picture"],
  ["![a](http://example.org/{{subject}}.gif)", "4:1 4:25", "target of a link"],
  ["we\n\\\\![a](http://example.org/p.gif)", "5:3", "holds a picture"],
  ["one ![a][b]", "4:5", "holds a picture"],
  ["<img src='http://example.org/p.gif'>", "4:1", "holds HTML"],
  ["a\n\n</p><?x><!DOCTYPE x>", "6:1 6:5 6:9", "holds HTML"],
  ["run `pledge {{subject}}` now", "4:13", "backticks"],
  ["run ``a\nb {{subject}}`` now", "5:3", "backticks"],
  ["`{{#if note}}{{note}}{{/if}}`", "4:14", "backticks"],
  ["<{{subject}}>", "4:2", "inside < and >"],
  ["<https://example.org/{{subject}}>", "4:22", "inside < and >"],
  ['<a href="{{subject}}">', "4:1 4:10", "inside < and >"],
  ["one\n\n```\n{{subject}}\n```", "6:1 7:1 8:1", "code"],
  ["- ~~~\n  {{subject}}", "4:1", "block of code"],
  ["[x]: http://example.org", "4:1", "apart from the link"],
  ["{{! fine }}\n <!-- not -->", "5:2", "comment of HTML"],
  ["<!-- outside the text: signatories -->", "4:1", "comment of HTML"],
  // Blocks outside the text.
  ['{{#if subject}}\n{{outside "signatories"}}\n{{/if}}', "5:1", "another block"],
  ['{{outside "signatories"}}\n{{outside "signatories"}}', "5:1", "a second time"],
  ['By: {{outside "signatories"}}', "4:5", "on a line with something else"],
  ['{{outside "letterhead"}}', "4:1", "calls outside"],
  ["{{outside subject}}", "4:1", "calls outside"],
  ["{{outside}}", "4:1", "calls outside"],
];

describe("a template that may not be rendered", () => {
  it.each(refused)("%j is refused at %s: %s", (body, places, words) => {
    const result = rendered({ body, variables, partials });
    expect(result).toMatchObject({
      ok: false,
      failure: { type: "template-forbidden", id: "letter" },
    });
    const faults =
      !result.ok && result.failure.type === "template-forbidden" ? result.failure.faults : [];
    expect(faults.map(({ line, column }) => `${line}:${column}`).join(" ")).toBe(places);
    expect(faults.map(({ what }) => what).join("; ")).toContain(words);
  });

  it("is told all of its faults at once, in the order of their places", () => {
    const body =
      "{{{subject}}}\n{{nobody}} `{{subject}}`\n{{#each demands}}\n{{log title}}\n{{/each}}\n{{> nowhere}}";
    const result = rendered({ body, variables });
    expect(result).toEqual({
      ok: false,
      failure: {
        type: "template-forbidden",
        id: "letter",
        faults: [
          { line: 4, column: 1, what: "prints a value without escaping it" },
          { line: 5, column: 3, what: "reads nobody, which it does not declare" },
          { line: 5, column: 13, what: "prints a value between backticks" },
          { line: 7, column: 1, what: "calls log, which no template may" },
          { line: 9, column: 1, what: "brings in the partial nowhere, which there is not" },
        ],
      },
    });
  });

  it("counts the lines of a longer head", () => {
    const templates = rendered({ body: "\n\n{{{subject}}}", variables });
    expect(templates).toMatchObject({ failure: { faults: [{ line: 6, column: 1 }] } });
  });
});
