/**
 * The blocks of a letter that are outside the text people sign: they change from one copy to the
 * next (the day, how many we are, who signed) and so may not be part of what was signed.
 *
 * In a frozen text each stands as one line of its own, a Markdown comment that nobody sees. Values
 * cannot forge one: a template's escape puts a backslash before `<` and `!`.
 */
export const outsideBlocks = ["place-and-date", "how-many", "signatories"] as const;

export type OutsideBlock = (typeof outsideBlocks)[number];

/** `<!-- outside the text: signatories -->`, alone in its paragraph. */
export const markerOf = (block: OutsideBlock): string => `<!-- outside the text: ${block} -->`;

/**
 * Ends a block that a Markdown file has filled in. Whoever wants to check a published letter puts
 * back the bare marker for everything from the marker to this line, and takes the SHA-256.
 */
export const endMarkerOf = (block: OutsideBlock): string => `<!-- end of ${block} -->`;

/** The block that a line marks, or nothing. */
export const blockMarkedBy = (line: string): OutsideBlock | undefined =>
  outsideBlocks.find((block) => markerOf(block) === line.trim());
