/** Some of the people of a vault, without reading all of them where the vault can tell who they are. */
import { choosePeople } from "../domain/people/choose-people.ts";
import type { PeopleChoice } from "../domain/people/choose-people.ts";
import type { PeopleOrder } from "../domain/people/people-order.ts";
import type { ListedPerson } from "../domain/people/store.ts";
import type { Day } from "../domain/day.ts";
import type { Vault } from "../domain/vault/vault.ts";

/** Whom `choosePeople` chooses of everybody. */
export const chosenPeople = (
  vault: Vault,
  choice: PeopleChoice & { readonly order?: PeopleOrder },
  today: Day,
): readonly ListedPerson[] => {
  const { team, words } = choice;
  const some = vault.people.listed({
    // Whoever is in no team of the campaign may stand in the vault with one that it had.
    ...(team === undefined || team === "none" ? {} : { team }),
    ...(words === undefined ? {} : { words }),
  });
  return choosePeople(vault.campaign.get(), some, choice, today);
};
