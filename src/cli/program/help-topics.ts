/** What `pledge help` explains besides commands. No command at the root may have such a name. */
export const helpTopics = {
  options: "the options of all commands",
  ending: "withdraw, forget, remove and the like: what goes, what stays",
} as const;
