import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/source/decode-text.ts';
import { encodingFinding } from '../../src/source/encoding-finding.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n<a>é</a>`;

function told(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  const finding = encodingFinding({ path: 'a.xml', text: decoded.text }, decoded);
  return finding && `${finding.at.start.line}:${finding.at.start.column} ${finding.message}`;
}

describe('reading bytes as text', () => {
  test.each([
    ['UTF-8', Buffer.from('é', 'utf8'), 'é'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFé', 'utf8'), 'é'],
    ['UTF-16 with a byte order mark', Buffer.from('\uFEFFé', 'utf16le'), 'é'],
    ['UTF-16 in the other order', Buffer.from('\uFEFFé', 'utf16le').swap16(), 'é'],
    ['XML in UTF-16 without a mark', Buffer.from('<?xml ?>é', 'utf16le'), '<?xml ?>é'],
    ['XML that declares ISO-8859-1', latin(declared('ISO-8859-1')), declared('ISO-8859-1')],
    ['XML that declares Windows-1252', latin(declared('windows-1252')), declared('windows-1252')],
    [
      'XML that declares UTF-16 in plain bytes',
      Buffer.from(declared('UTF-16'), 'utf8'),
      declared('UTF-16'),
    ],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(bytes)).toMatchObject({ text });
    expect(told(bytes)).toBeUndefined();
  });

  test('Latin-1 that calls itself UTF-8 is told at the first byte that is none', () => {
    expect(told(latin(declared('UTF-8')))).toBe(
      '2:4 The byte E9 here is no text in UTF-8. In Windows-1252 it would be "é".',
    );
    expect(told(latin('ivr: 1\nid: b\u00fcro\n'))).toContain('2:6 The byte FC');
  });

  test('a text that breaks off inside a sign is told at its end', () => {
    expect(told(Buffer.from('aé', 'utf8').subarray(0, 2))).toContain('1:2 The byte C3');
  });

  test('a place behind other signs counts them as an editor does', () => {
    const bytes = Buffer.concat([Buffer.from('é😀\né', 'utf8'), latin('\u00ff')]);
    expect(told(bytes)).toContain('2:2 The byte FF');
  });

  test('an encoding that nobody knows is told where it is declared', () => {
    expect(told(Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'))).toBe(
      '1:31 There is no encoding "klingon".',
    );
  });
});
