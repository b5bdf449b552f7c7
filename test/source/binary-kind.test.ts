import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/source/decode-text.ts';
import { encodingFinding } from '../../src/source/encoding-finding.ts';

const bytesOf = (signs: string) => Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

describe('files that are no text', () => {
  test.each([
    ['PK\u0003\u0004\u00ff', 'a ZIP file, as spreadsheets (.xlsx) and packed exports are'],
    ['%PDF-1.7\n\u00e2', 'a PDF'],
    ['\u0089PNG\r\n', 'a picture'],
    ['\u001f\u008b\u0008', 'packed with gzip'],
    ['\u00d0\u00cf\u0011\u00e0', 'a file of an older office program (.xls, .doc)'],
  ])('%j are named', (signs, kind) => {
    const decoded = decodeText(bytesOf(signs));
    const finding = encodingFinding({ path: 'a', text: decoded.text }, decoded);
    expect(finding?.message).toBe(`This is no text: it is ${kind}.`);
    expect(finding?.at.start).toEqual({ line: 1, column: 1 });
  });

  test('a byte that is no UTF-8 in a text is still told at its place', () => {
    const decoded = decodeText(bytesOf('say: caf\u00e9'));
    const finding = encodingFinding({ path: 'a', text: decoded.text }, decoded);
    expect(finding?.message).toBe(
      'The byte E9 here is no text in UTF-8. In Windows-1252 it would be "é".',
    );
  });

  test('a text that begins like a file of another kind is a text', () => {
    expect(decodeText(bytesOf('PK\u0003\u0004 is how ZIP files begin')).bad).toBeUndefined();
  });
});
