/** Columns that a text takes on a terminal. The library brings Unicode's tables, so it is loaded when a table is drawn. */
export const loadTextWidth = async (): Promise<(text: string) => number> => {
  const { default: stringWidth } = await import("string-width");
  return (text) => stringWidth(text);
};
