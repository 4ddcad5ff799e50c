/** The commands around letters. */
import type { Definitions } from "./actions.ts";
import { demand } from "./demands.ts";
import { fact } from "./facts.ts";
import { addDrafting } from "./letter-drafting.ts";
import { addSending } from "./letter-sending.ts";

export const letters: Definitions = {
  demand,
  fact,
  letter: (letter, actions) => {
    letter
      .helpCommand(false)
      .description(
        "Letters: started from a template, fixed when people are to sign, written to a file.",
      );
    addDrafting(letter, actions);
    addSending(letter, actions);
  },
};
