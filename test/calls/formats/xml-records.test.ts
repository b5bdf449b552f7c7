import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createXmlReader, type XmlReading } from '../../../src/calls/formats/xml-records.ts';
import { readXml } from '../../../src/source/read-xml.ts';
import { textIn } from '../../../src/source/xml-tree.ts';

const shown = (reading: XmlReading): string =>
  `${reading.line} ${'root' in reading ? textIn(reading.root) : reading.problem}`;

function read(text: string, cuts: readonly number[] = []): readonly string[] {
  const reader = createXmlReader('cdr', readXml);
  const readings: XmlReading[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    readings.push(...reader.take(text.slice(from, cut)));
    from = Math.max(from, cut);
  }
  return [...readings, ...reader.end()].map(shown);
}

describe('records of XML', () => {
  test.each<[what: string, text: string, readings: readonly string[]]>([
    ['nothing', '', []],
    [
      'documents behind each other',
      '<?xml version="1.0"?>\n<cdr>1</cdr>\n<?xml version="1.0"?>\r\n<cdr a="b">2</cdr>',
      ['2 1', '4 2'],
    ],
    ['one document with all', '<cdrs>\n<cdr>1</cdr><cdr>2</cdr>\r</cdrs>', ['2 1', '2 2']],
    ['elements of names that begin alike', '<cdr><cdr_x>1</cdr_x></cdr>', ['1 1']],
    ['one that never ends', '<cdr>1\n<cdr>2</cdr>', ['1 not an XML record', '2 2']],
    ['the last that never ends', '<cdr>1</cdr>\n<cdr>2', ['1 1', '2 not an XML record']],
    ['other text between', '<cdr>1</cdr>\nx\ny<cdr>2</cdr>', ['1 1', ...bad(2, 3), '3 2']],
    ['entities of its own', '<!DOCTYPE cdr>\n<cdr>&me;</cdr>', bad(2)],
    ['tags that cross', '<cdr><a><b></a></b></cdr>', bad(1)],
    ['a tag that is cut', '<cd', bad(1)],
  ])('are found in %s', (_, text, readings) => {
    expect(read(text)).toEqual(readings);
  });

  test('are the same wherever the text is cut', () => {
    const part = fc.constantFrom(
      ...['<cdr>', '</cdr>', '<cdr a=">">', '<x/>', '\n', '\r\n', '\r', 'y', '<', '&amp;', ' '],
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 24 }).map((parts) => parts.join('')),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (text, cuts) => {
          const places = [...cuts].sort((a, b) => a - b).map((cut) => Math.min(cut, text.length));
          expect(read(text, places)).toEqual(read(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a record that is too long is told, and the next one read', () => {
    const reader = createXmlReader('cdr', readXml);
    const long = 'x'.repeat(9 * 1024 * 1024);
    const readings = [
      ...reader.take(`<cdr>${long}`),
      ...reader.take(`${long}<y/>`),
      ...reader.take('\n<cdr>2</cdr>'),
      ...reader.end(),
    ].map(shown);
    expect(readings.at(0)).toBe('1 line too long');
    expect(readings.at(-1)).toBe('2 2');
  });
});

function bad(...lines: readonly number[]): readonly string[] {
  return lines.map((line) => `${line} not an XML record`);
}
