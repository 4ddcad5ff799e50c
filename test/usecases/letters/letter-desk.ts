/** What the use cases for letters need, over a real vault with people who pledged to sign. */
import { fileURLToPath } from "node:url";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Templates } from "../../../src/domain/letters/ports.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import type { Sha256 } from "../../../src/domain/ports.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Display } from "../../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { testWorld } from "../../support/world.ts";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));

export const today = "2026-11-22" as Day;

export interface Desk {
  readonly vault: Vault;
  readonly templates: Templates;
  readonly sha256: Sha256;
  readonly today: Day;
  /** Adds somebody who pledged these actions. */
  readonly person: (name: string, display: Display, ...actions: readonly string[]) => PersonId;
  readonly sign: (person: PersonId) => void;
}

/** Gives a desk over a new vault to `work`. */
export const atDesk = async (work: (desk: Desk) => Promise<void> | void): Promise<void> => {
  const world = await testWorld();
  await world.init();
  await world.inVault(async (vault) => {
    const person: Desk["person"] = (name, display, ...actions) => {
      const id = name.toLowerCase().padEnd(8, "x") as PersonId;
      vault.people.add({
        id,
        name,
        contacts: [],
        doNotContact: false,
        issues: [],
        consents: [],
        elsewhere: [],
        supervisor: "no",
        supporter: false,
        code: name as PledgeCode,
        addedOn: today,
      });
      for (const action of actions as readonly ActionKey[]) {
        vault.pledges.put({
          person: id,
          action,
          condition: { kind: "none" },
          display,
          state: "pledged",
          since: today,
        });
      }
      return id;
    };
    const sign: Desk["sign"] = (id) => {
      const text = vault.letters.current()?.frozen?.hash;
      if (text === undefined) throw new Error("no text is fixed");
      vault.letters.sign({ person: id, text, signedOn: today });
    };
    await work({
      vault,
      templates: createTemplates(packageRoot),
      sha256: hashes.sha256,
      today,
      person,
      sign,
    });
  });
};

/** The value of a result that must be one. */
export const valueOf = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
