/**
 * The coarser of two roles: "Software Engineer" for "Senior Software Engineer". A small rule, so that whoever asked
 * for a line with her role can tell what it may become:
 *
 * - words of `leading` go while one stands first ("Staff", "Principal": inside a role they may be the role);
 * - words of `anywhere` go wherever they stand, since Spanish has them behind the noun ("Ingeniera sénior de redes");
 * - neither goes where it is the role, or a part of what the role is for: "Principal", "Lead of Design", "Director of
 *   Senior Care".
 *
 * "Associate" and "Assistant" stay: without the word it would be a higher role, and not a coarser one.
 */
const anywhere: ReadonlySet<string> = new Set([
  "senior",
  "sénior",
  "sr",
  "semisenior",
  "semisénior",
  "junior",
  "júnior",
  "jr",
]);

const leading: ReadonlySet<string> = new Set([
  ...anywhere,
  "distinguished",
  "entry-level",
  "lead",
  "mid-level",
  "principal",
  "staff",
]);

/** What joins a role and what it is for. */
const joining: ReadonlySet<string> = new Set(
  "& - – / and at for in of on to a con de del e en para y".split(" "),
);

const folded = (word: string): string => word.toLowerCase().replace(/\.$/u, "");

const firstLarge = (text: string): string => {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
};

/** The role without its seniority; the role as it is where it has none. Never empty for a role that is not. */
export const withoutSeniority = (role: string): string => {
  const words = role.split(/\s+/u);
  const start = words.findIndex(
    (word, index) =>
      !leading.has(folded(word)) ||
      index === words.length - 1 ||
      joining.has(folded(words[index + 1] ?? "")),
  );
  const left = words.slice(start);
  const kept = left.filter(
    (word, index) =>
      index === 0 || !anywhere.has(folded(word)) || joining.has(folded(left[index - 1] ?? "")),
  );
  if (kept.length === words.length) return role;
  const coarser = kept.join(" ").replace(/[\s,–-]+$/u, "");
  return start > 0 ? firstLarge(coarser) : coarser;
};
