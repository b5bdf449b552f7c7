/** A word of a command as shells of Unix take it. */
export function shellWord(word: string): string {
  return /^[\w./:@+,=*#-]+$/.test(word) && !/^#|[*]/.test(word)
    ? word
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
