import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sqlIsIn, sqlName, sqlText } from '../../../src/calls/clickhouse/sql-text.ts';
import {
  parseServerAddress,
  parseServerAddresses,
} from '../../../src/calls/clickhouse/server-address.ts';
import { parseTableName, sqlTable } from '../../../src/calls/clickhouse/table-name.ts';

/** Reads a quoted text as a server does: a backslash takes the next sign as it is. */
function unquoted(text: string, quote: string): string {
  expect(text.startsWith(quote)).toBe(true);
  let inside = '';
  let index = 1;
  for (; text[index] !== quote; index += 1) {
    if (text[index] === '\\') index += 1;
    inside += text[index] ?? '';
  }
  // Nothing stands behind the quote that ends it: whatever was in the text, it is still one text.
  expect(index).toBe(text.length - 1);
  return inside;
}

describe('names and texts in statements', () => {
  test('no name and no text can end its own quotes', () => {
    const nasty = fc.string({ unit: fc.constantFrom('`', "'", '\\', ';', ' ', 'a', '\n', 'κ') });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(unquoted(sqlName(text), '`')).toBe(text);
        expect(unquoted(sqlText(text), "'")).toBe(text);
      }),
    );
  });

  test('a list without texts holds nothing', () => {
    expect(sqlIsIn('x', [])).toBe('0');
    expect(sqlIsIn('x', ["o'clock"])).toBe("x IN ('o\\'clock')");
  });
});

describe('the name of a table', () => {
  test.each([
    ['calls', '`calls`'],
    ['telephony.calls', '`telephony`.`calls`'],
    ['`my.db`.`a``b`', '`my.db`.`a\\`b`'],
    ["x'; DROP TABLE y; --", "`x'; DROP TABLE y; --`"],
  ])('%s is one table', (text, sql) => {
    expect(sqlTable(parseTableName(text))).toBe(sql);
  });

  test.each(['', '.', 'a.', '.a', 'a.b.c', 'a..b', '`a'])('%j is none', (text) => {
    expect(() => parseTableName(text)).toThrow('names no table');
  });
});

describe('the address of a server', () => {
  test('its name holds no secret', () => {
    const address = parseServerAddress('https://ann:p%40ss@host:8443/telephony');
    expect(address).toEqual({
      ...{ name: 'https://host:8443', url: 'https://host:8443', database: 'telephony' },
      ...{ user: 'ann', password: 'p@ss' },
    });
  });

  test('who asks comes from elsewhere where the URL does not say it', () => {
    const credentials = { user: 'bob', password: 'secret' };
    expect(parseServerAddress('http://host:8123', credentials)).toMatchObject(credentials);
    expect(parseServerAddress('http://host:8123')).toMatchObject({ user: undefined });
  });

  test.each([
    'host:8123',
    'ftp://ann:hunter2@host',
    'http://ann:hunter2@host/?a=1',
    'http://ann:hunter2@host/a/b',
    'http://ann:hunter2%@host',
    'nothing hunter2',
  ])('%s is refused, without a word of what it says', (text) => {
    const error = { code: 'usage', message: expect.not.stringContaining('hunter2') };
    expect(() => parseServerAddress(text)).toThrow(expect.objectContaining(error));
  });

  test('a shard that is named twice would be counted twice', () => {
    expect(() => parseServerAddresses(['http://a:1', 'http://b:1', 'http://x@a:1/'])).toThrow(
      'http://a:1 is given twice',
    );
  });
});
