/** A handle: what the committee calls somebody instead of a name. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import { parseHandle } from "../../domain/committee/handle.ts";

const isHandle = (text: string): true | string =>
  parseHandle(text) !== undefined ||
  "Lower-case letters, digits and hyphens, 2 to 24 of them. Not a name.";

export const askHandle = async (ask: Ask, message: string): Promise<Handle> => {
  const handle = parseHandle(await ask.line({ message, check: isHandle }));
  if (handle === undefined) throw new Error("the question let through what it checks");
  return handle;
};
