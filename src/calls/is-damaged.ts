/** Whether a text has control characters, or signs that could not be read; they have no place in ids. */
export function isDamaged(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || (code >= 127 && code < 160) || code === 0xfffd) return true;
  }
  return false;
}
