import type { Context } from "./context.ts";
import { noteText } from "./render/letter-notes.ts";

/** Says the notes beside the result, in lines that fit the terminal; nothing where there are none. */
export const tell = async ({ world, talk }: Context, notes: readonly string[]): Promise<void> => {
  if (notes.length > 0) talk.note(noteText(notes, talk.columns, await world.textWidth(notes)));
};
