import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConf } from '../../src/source/read-conf.ts';
import { resolveConf } from '../../src/source/resolve-conf.ts';
import { underlined } from '../support/underlined.ts';

const sourceOf = (text: string) => ({ path: 'queues.conf', text });

function told(text: string): readonly string[] {
  const source = sourceOf(text);
  const { file, findings } = readConf(source);
  return [...findings, ...resolveConf(source, file).findings].map(
    ({ severity, at, message }) => `${severity} ${underlined(text, at)}: ${message}`,
  );
}

/** The sections of a file on one line each, worked out. */
function sections(text: string): readonly string[] {
  const source = sourceOf(text);
  return resolveConf(source, readConf(source).file).sections.map(
    ({ name, isTemplate, entries }) =>
      `${name.text}${isTemplate ? '!' : ''}: ${entries
        .map((entry) => `${entry.name.text}=${entry.value.text}`)
        .join(', ')}`,
  );
}

describe('reading configuration files of Asterisk', () => {
  test.each([
    ['[a]\nx = 1\ny=>2\n', ['a: x=1, y=2']],
    ['[a]\r\nx = 1 2 \r\n[b]\ry=2', ['a: x=1 2', 'b: y=2']],
    ['\uFEFF[a]\nx=1', ['a: x=1']],
    ['[a]\nx = 1 ; one\n; y = 2\n;--- z = 3\nw=4', ['a: x=1, w=4']],
    ['[a]\nx = 1 ;-- no\n y = 2 ;-- deeper --; still\n--; \nz = 3', ['a: x=1, z=3']],
    ['[a]\nx = be;-- not this --;fore', ['a: x=before']],
    ['[a]\nx = a\\;b ; c', ['a: x=a;b']],
    ['[a]\nx =', ['a: x=']],
    ['[a]\nx = a=b', ['a: x=a=b']],
    ['[a]\n\\[x] = 1\n\\#y = 2', ['a: [x]=1, #y=2']],
    [
      '[a]\nexten => _X.,1,Set(x=${y})\nsame => n,Hangup()',
      ['a: exten=_X.,1,Set(x=${y}), same=n,Hangup()'],
    ],
    ['[a]\nx=1\n[a]\nx=2', ['a: x=1', 'a: x=2']],
    ['', []],
    [';-- all of it --;', []],
  ])('%j holds %j', (text, wanted) => {
    expect(sections(text)).toEqual(wanted);
    expect(told(text)).toEqual([]);
  });

  test.each([
    ['[t](!)\nx=1\ny=2\n[a](t)\nx=3', ['t!: x=1, y=2', 'a: x=1, y=2, x=3']],
    ['[t](!)\nx=1\n[u](!,t)\nz=1\n[a](u, t)', ['t!: x=1', 'u!: x=1, z=1', 'a: x=1, z=1, x=1']],
    ['[T](!)\nx=1\n[a](t)', ['T!: x=1', 'a: x=1']],
    ['[a]\nx=1\n[b](a)\n[a](+)\ny=2', ['a: x=1, y=2', 'b: x=1']],
    ['[a]\nx=1\nx=2\nx+=3\ny+= 4', ['a: x=1, x=23, y=4']],
    ['[a]\nx=1\nx += , 2', ['a: x=1 , 2']],
    ['[t](!)\nx=1\n[a](t)\nx+=,2\n[b](t)', ['t!: x=1', 'a: x=1,2', 'b: x=1']],
  ])('%j comes to %j', (text, wanted) => {
    expect(sections(text)).toEqual(wanted);
    expect(told(text)).toEqual([]);
  });

  test.each([
    ['x=1\ny=2\n[a]', 'error x=1: This is above the first section'],
    ['[a', 'error [a: The name of this section has no end'],
    ['[a](!', 'error [a](!: The options of "a" have no end'],
    ['[t](!)\n[a] (t)', 'warning (t): Asterisk ignores "(t)": a blank stands before it.'],
    ['[a]\n  hello  ; no', 'warning hello: Asterisk ignores this line: it has no "=".'],
    ['[a]\n = 1', 'warning = 1: Asterisk ignores this line: nothing stands before the "=".'],
    ['[a]\n#if x', 'warning #if x: Asterisk ignores this line: it begins with "#".'],
    ['[a]\n;-- x\n;-- y --;', 'error ;--: This comment is never ended'],
    ['[a]\nx = 1;--;two', 'error ;--: This comment is never ended'],
    ['[a]\nx=1 --; y', 'error --;: This ends a comment that nothing began.'],
    ['[first](!)\n[a](frist)', 'error frist: There is no section "frist" above to inherit from'],
    ['[a](+)', 'error a: There is no section "a" above to go on with'],
  ])('%j: what is wrong is told at its place', (text, wanted) => {
    expect(told(text)).toEqual([expect.stringContaining(wanted)]);
  });

  test('files that are included are told, not read', () => {
    const text = '#include "a b.conf"\n[x]\n#tryinclude <c.conf>\n#exec /bin/queues ; each time\n';
    const { directives } = readConf(sourceOf(text)).file;
    expect(
      directives.map(({ word, target, section }) => `${word} ${target.text} ${section}`),
    ).toEqual(['include a b.conf -1', 'tryinclude c.conf 0', 'exec /bin/queues 0']);
    expect(directives.map(({ target: { start, end } }) => text.slice(start, end))).toEqual([
      'a b.conf',
      'c.conf',
      '/bin/queues',
    ]);
  });

  test('every character keeps its place, behind comments, escapes and additions too', () => {
    const text = '[t](!)\nx = one;-- 1 --;two\\;three\n[a](t)\nx +=  four';
    const source = sourceOf(text);
    const { sections: resolved } = resolveConf(source, readConf(source).file);
    const value = resolved[1]?.entries[0]?.value;
    expect(value?.text).toBe('onetwo;three  four');
    const letters = Array.from('onetwo;three', (_, index) => text[value?.offsets(index) ?? 0]);
    expect(letters.join('')).toBe('onetwo;three');
    expect(text.slice(value?.offsets(14) ?? 0)).toBe('four');
    expect(text.slice(value?.start ?? 0, value?.end)).toBe('four');
  });

  test('no text throws, and what is read stands where it says', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '+',
      '=',
      '>',
      ';',
      '-',
      '\\',
      '#',
      '\n',
      '\r',
      ' ',
      'a',
      'include',
      ',',
      ';--',
      '--;',
      '[a](a)\nb=c',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const source = sourceOf(text);
        const { file } = readConf(source);
        for (const { name, value } of resolveConf(source, file).sections.flatMap(
          ({ entries }) => entries,
        )) {
          for (const part of [name, value]) {
            expect(part.start).toBeLessThanOrEqual(part.end);
            expect(
              part.text === '' || part.text.at(-1) === text[part.offsets(part.text.length - 1)],
            ).toBe(true);
          }
        }
      }),
    );
  });

  test('templates that double what they inherit are given up, and told once', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `[t${index + 1}](t${index},t${index})`,
    );
    const text = ['[t0]', 'x=1', ...doubling].join('\n');
    expect(told(text)).toEqual([expect.stringContaining('inherit more than 200,000 entries')]);
  });
});
