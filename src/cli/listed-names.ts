/** The names that an option lists, each a word of its own or several in one: `dead-end,menu-width`. */
export const listedNames = (words: readonly string[] | undefined): readonly string[] | undefined =>
  words?.flatMap((word) => word.split(',').filter((name) => name !== ''));
