import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../src/import/read-menu-file.ts';

async function told(text: string): Promise<readonly string[]> {
  const { findings, documents } = await readMenuFile({ path: 'x.xml', text });
  expect(documents).toEqual([]);
  return findings.map(({ ruleId, at }) => `${at.start.line}:${at.start.column} ${ruleId}`);
}

describe('hostile XML is one finding at its place', () => {
  test('a billion laughs', async () => {
    const laughs = Array.from(
      { length: 10 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('');
    const text = `<!DOCTYPE vxml [<!ENTITY l0 "lol">${laughs}]>\n<vxml><form><block>&l10;</block></form></vxml>`;
    expect(await told(text)).toEqual(['2:20 syntax']);
  });

  test('a file of the system', async () => {
    const text =
      '<!DOCTYPE vxml [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<vxml><form><block>&x;</block></form></vxml>';
    expect(await told(text)).toEqual(['2:20 syntax']);
  });

  test('ten thousand levels', async () => {
    expect(await told(`<vxml>${'<form>'.repeat(10_000)}`)).toEqual(['1:1207 syntax']);
  });

  test('a file that is cut off', async () => {
    expect(await told('<vxml version="2.1">\n<form id="a')).toEqual(['2:1 syntax']);
  });
});

test('names that every object has become nodes like others', async () => {
  const text =
    '<vxml version="2.1"><menu id="__proto__"><choice dtmf="1" next="#constructor">a</choice></menu><form id="constructor"><block>Hi.</block></form></vxml>';
  const { documents } = await readMenuFile({ path: 'x.vxml', text });
  expect(Object.keys(documents[0]?.script.nodes ?? {})).toEqual(['end', 'proto', 'form']);
});
