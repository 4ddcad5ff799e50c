/**
 * A template of the package as one file that an organizer can rewrite: its partials in the places of their tags, and
 * under the head what may be used. A partial of ours stands on a line of its own, in the template and in another
 * partial, and ends in a line break; so its text means the same in the place of the tag.
 */

const partialLine = /^(?<indent>[ \t]*)\{\{>[ \t]*(?<name>[a-z0-9-]+)[ \t]*\}\}[ \t]*\n?/gmu;

const inlined = (
  text: string,
  partialText: (name: string) => string | undefined,
  within: readonly string[] = [],
): string =>
  text.replaceAll(partialLine, (tag: string, indent: string, name: string) => {
    const partial = within.includes(name) ? undefined : partialText(name);
    // What is left is refused as a fault of the file, at its place.
    return partial === undefined
      ? tag
      : `${indent}${inlined(partial, partialText, [...within, name])}`;
  });

const comment = `{{!--
  Rewrite this file in any editor; keep it free of names: who is written to and who signs comes from the vault.
  {{name}} prints a value: campaign.name, campaign.employer, unit.name, or a variable that the head above declares.
  Blocks: #if, #unless, #each, #with. Calls: day, list, eq, outside. Lists to go through: demands, facts.
  What may be missing stands inside an #if. Nothing else can be read or called, and no other file brought in.
  All of it is in docs/templates.md of pledge.
--}}
`;

/** The text of the file; `text` has a head and plain lines. */
export const oneFile = (
  text: string,
  partialText: (name: string) => string | undefined,
): string => {
  const whole = inlined(text, partialText);
  const head = /^---\n[^]*?\n---\n/u.exec(whole)?.[0] ?? "";
  return `${head}${comment}${whole.slice(head.length)}`;
};
