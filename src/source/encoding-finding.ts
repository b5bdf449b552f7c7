import type { DecodedText } from './decode-text.ts';
import type { Finding } from './finding.ts';
import type { Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';

const nameOf = (encoding: string): string => encoding.toUpperCase().replace('UTF-16LE', 'UTF-16');

/** What a byte is in the encoding that Western systems wrote before UTF-8. */
function inWindows(byte: number): string {
  const sign = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  return byte < 0xa0 ? '' : ` In Windows-1252 it would be "${sign}".`;
}

/** What keeps a file from being read as text, at its place; nothing where all of it is text. */
export function encodingFinding(
  source: Source,
  { encoding, bad, binary, undeclared }: DecodedText,
): Finding | undefined {
  if (undeclared !== undefined) {
    const { label, offset } = undeclared;
    const at = { start: offset, end: offset + label.length };
    const message = `There is no encoding "${label}".`;
    return syntaxFinding(source, at, message, 'Save the file as UTF-8, and declare that.');
  }
  if (bad === undefined) return undefined;
  if (binary !== undefined)
    return syntaxFinding(
      source,
      { start: 0, end: 0 },
      `This is no text: it is ${binary}.`,
      'Unpack it, or save what is in it as text: tables as CSV.',
    );
  const at = { start: bad.offset, end: bad.offset + 1 };
  const hex = bad.byte.toString(16).toUpperCase().padStart(2, '0');
  const message = `The byte ${hex} here is no text in ${nameOf(encoding)}.${inWindows(bad.byte)}`;
  const help = 'Save the file as UTF-8; an XML file may declare another encoding instead.';
  return syntaxFinding(source, at, message, help);
}
