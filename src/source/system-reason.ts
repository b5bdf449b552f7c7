/** Codes that people meet; the others say more by their name than by a sentence of ours. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'you may not'],
  // What making folders says where one of them is a file.
  ['EEXIST', 'its path leads through a file'],
  ['EISDIR', 'it is a folder'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'its path leads through a file'],
  ['EPERM', 'you may not'],
  ['EROFS', 'nothing can be written there'],
]);

/** What an error of the system means to users: `it is a folder`, else its code, else its text. */
export function systemReason(cause: unknown): string {
  const { code } = Object(cause) as { readonly code?: unknown };
  if (typeof code !== 'string') return String(cause);
  const words = reasons.get(code);
  return words === undefined ? code : `${words} (${code})`;
}
