/** A failure in words. The only place that knows all of them; each area keeps its own texts. */
import type { Failure } from "../failure.ts";
import { explainAudits } from "./audits.ts";
import { explainCommittee } from "./committee.ts";
import { explainRefused } from "./refused.ts";
import type { Explained, Explainers } from "./explained.ts";
import { explainCounts } from "./counts.ts";
import { explainDeliveries } from "./deliveries.ts";
import { explainFiles } from "./files.ts";
import { explainHandovers } from "./handovers.ts";
import { explainInput } from "./input.ts";
import { explainLetters } from "./letters.ts";
import { explainLists } from "./lists.ts";
import { explainPeople } from "./people.ts";
import { explainShares } from "./shares.ts";
import { explainStructureTests } from "./structure-tests.ts";
import { explainTallies } from "./tallies.ts";
import { explainUsage } from "./usage.ts";
import { explainVault } from "./vault.ts";

const explainers: Explainers<Failure> = {
  ...explainVault,
  ...explainShares,
  ...explainFiles,
  ...explainInput,
  ...explainPeople,
  ...explainLists,
  ...explainStructureTests,
  ...explainLetters,
  ...explainDeliveries,
  ...explainCounts,
  ...explainCommittee,
  ...explainAudits,
  ...explainHandovers,
  ...explainRefused,
  ...explainTallies,
  ...explainUsage,
};

/** The words for a failure, and the exit code that goes with it. */
export const explain = (failure: Failure): Explained => {
  // Sound by construction: the entry under a type takes exactly that type.
  const explainer = explainers[failure.type] as (failure: Failure) => Explained;
  return explainer(failure);
};
