/** True for the name of a file that is a program and must be run to be read. */
export function isTypeScript(path: string): boolean {
  return /\.[mc]?ts$/i.test(path);
}
