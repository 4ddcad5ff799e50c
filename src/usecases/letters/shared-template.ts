/**
 * What stands for the template of a letter whose text came with the committee file: its title, and no question,
 * because the answers stayed with the writer.
 */
import type { Letter, Template } from "../../domain/letters/letter.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { keptNumbers } from "../committee/committee-in-use.ts";

export const sharedTemplate = (vault: Vault, { template, language, frozen }: Letter): Template => {
  const texts = keptNumbers(vault).flatMap(({ committee }) => committee.texts);
  const text = texts.find(({ markdown }) => markdown === frozen?.markdown);
  // The employer's name for a title, as for a letter whose template is gone.
  const title = text?.title ?? vault.campaign.get().employer;
  return { id: template, title, kind: "letter", country: "", language, demands: [], variables: [] };
};
