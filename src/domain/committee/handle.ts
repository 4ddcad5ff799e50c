import type { Handle } from "../campaign/campaign.ts";
import { isKey } from "../input/read.ts";

/** The handle that was typed or given: 2 to 24 lower-case letters, digits and inner hyphens; nothing for anything else. */
export const parseHandle = (text: string): Handle | undefined =>
  text.length >= 2 && isKey(text, 24) ? (text as Handle) : undefined;
