/** The commands around what a letter asks for: demands. */
import { Argument } from "commander";
import type { Command } from "commander";

import { demandStates } from "../../domain/letters/demand-state.ts";
import type { Actions, Definitions } from "./actions.ts";

const addReading = (demand: Command, { bind }: Actions): void => {
  bind(
    demand
      .command("list")
      .description(
        "Lists every demand that a letter can make, which the campaign makes, and how each stands.",
      ),
    ["pledge demand list"],
    async () => (await import("../commands/demand-list.ts")).demandList,
  );
  bind(
    demand
      .command("show <key>")
      .description("Shows one demand, whole, and how it came to stand as it does."),
    ["pledge demand show drop-contracts"],
    async () => (await import("../commands/demand-show.ts")).demandShow,
  );
};

const addWriting = (demand: Command, { bind }: Actions): void => {
  bind(
    demand
      .command("add")
      .description("Adds a demand of your own: seven questions, each with an example.")
      .option("--from <file>", "take it from a JSON file; - is standard input"),
    ["pledge demand add", "pledge demand add --from demand.json"],
    async () => (await import("../commands/demand-add.ts")).demandAdd,
  );
  bind(
    demand
      .command("edit <key>")
      .description(
        "Words a demand otherwise. One that comes with pledge becomes a copy of yours, which comes before it. Fixed letters keep what they say.",
      )
      .option("--from <file>", "take what changes from a JSON file; - is standard input"),
    ["pledge demand edit drop-contracts"],
    async () => (await import("../commands/demand-edit.ts")).demandEdit,
  );
  bind(
    demand
      .command("remove <key>")
      .description("Takes a demand of yours away; what comes with pledge is in its place again."),
    ["pledge demand remove drop-contracts"],
    async () => (await import("../commands/demand-remove.ts")).demandRemove,
  );
};

export const demand: Definitions[string] = (command, actions) => {
  command
    .helpCommand(false)
    .description("Demands: those that come with pledge, your own, and how each stands.");
  addReading(command, actions);
  addWriting(command, actions);
  actions.bind(
    command
      .command("state")
      .argument("<key>")
      .addArgument(new Argument("<state>", "how it stands now").choices(demandStates))
      .description(
        "Notes how a demand stands, and asks for the company's own words; what was noted before stays.",
      )
      .option("--from <file>", 'a JSON file instead: {"words": "...", "since": "2026-11-20"}'),
    ["pledge demand state drop-contracts refused"],
    async () => (await import("../commands/demand-state.ts")).demandState,
  );
};
