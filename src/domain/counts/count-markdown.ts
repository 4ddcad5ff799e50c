/** A published count as Markdown. Everybody's words are escaped; what is ours holds no markup. */
import { escapeMarkdown } from "../text/markdown.ts";
import { grouped } from "../text/words.ts";
import type { PublishedCount } from "./count.ts";
import { chainWords, inOrder, meaning } from "./count-words.ts";

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const numbers = (count: PublishedCount): readonly string[] =>
  inOrder(count).flatMap(({ action, atLeast, teams }) => [
    row([`**${action}**`, "everybody", grouped(atLeast), grouped(count.unit.size)]),
    ...teams.map((team) =>
      row([action, escapeMarkdown(team.name), grouped(team.atLeast), grouped(team.size)]),
    ),
  ]);

export const countMarkdown = (count: PublishedCount): string => {
  const { name, employer, unit, on } = count;
  const table = ["Pledged", "Where", "At least", "Of about"];
  return `${[
    `# ${escapeMarkdown(name)}`,
    `How many of us at ${escapeMarkdown(employer)}, ${escapeMarkdown(unit.name)}, have pledged what. As of ${on}.`,
    [row(table), row(table.map(() => "---")), ...numbers(count)].join("\n"),
    "## What the numbers mean",
    meaning(count)
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
    chainWords(count),
  ].join("\n\n")}\n`;
};
