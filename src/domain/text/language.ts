/** The tag of a language as BCP 47 writes it ("pt-BR"), or nothing for what is none. */
export const canonicalLanguage = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
};
