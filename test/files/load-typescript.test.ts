import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTypeScriptDirectory, readTypeScriptScript } from '../../src/files/load-typescript.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { underlined } from '../support/underlined.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-typescript-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readFixture(name: string) {
  const file = join(fixtures, name);
  const text = await readFile(file, 'utf8');
  return { text, reading: await readTypeScriptScript({ path: name, text }, file) };
}

let written = 0;

/** Reads a script from its text, as a file in a folder where ivrkit is not installed. */
async function readText(text: string) {
  written += 1;
  const file = join(folder, `menu-${written}.ivr.ts`);
  await writeFile(file, text);
  return readTypeScriptScript({ path: 'menu.ivr.ts', text }, file);
}

const findingsOf = async (text: string) =>
  (await readText(text)).findings.map(({ ruleId, at }) => `${ruleId} | ${underlined(text, at)}`);

describe('a menu in TypeScript', () => {
  test('is run, with the directory that it imports, and every part has its place', async () => {
    const { text, reading } = await readFixture('bank.ivr.ts');
    expect(reading.findings).toEqual([]);
    const { document, directory } = reading;
    expect(document?.format).toBe('typescript');
    expect(document?.script).toMatchObject({
      ivr: 1,
      nodes: {
        main: { options: [{ key: '1', to: 'cards' }, { key: '2' }, { key: '3' }], tags: ['legal'] },
      },
    });
    expect(document?.script).not.toHaveProperty('directory');
    const at = (...path: readonly (string | number)[]) => {
      const place = document?.places.at(path);
      return place === undefined ? '' : underlined(text, place);
    };
    expect(at('entries', 0, 'start')).toBe(`'main'`);
    expect(at('nodes', 'farewell', 'say')).toBe(`'Goodbye.'`);
    expect(at('nodes', 'main', 'tags', 0)).toBe(`'legal'`);
    expect(at('nodes', 'main', 'options', 1, 'to')).toContain('digits.map(');

    const source = directory?.source;
    const overflow = directory?.places.at(['queues', 'general', 'overflow', 0, 'to']);
    expect([source?.path, overflow?.path]).toEqual(['bank.directory.ts', 'bank.directory.ts']);
    expect(
      underlined(
        source?.text ?? '',
        overflow ?? { path: '', start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
      ),
    ).toBe(`'cards'`);
  });

  test('can export its script by name, or hold its directory itself', async () => {
    const reading = await readText(`
      import { defineScript as define, defineDirectory } from 'ivrkit';
      const bank = defineDirectory({ id: 'bank', timeZone: 'UTC', queues: { cards: {} } });
      const made = define({
        id: 'm', language: 'en', directory: bank, entries: [{ start: 'end' }],
        nodes: { end: { kind: 'hangup' } },
      } as const);
      export { made as script };
    `);
    expect(reading.findings).toEqual([]);
    expect(Object.keys(reading.directory?.directory.queues ?? {})).toEqual(['cards']);
    expect(reading.directory?.places.at(['queues', 'cards'], 'key').start).toEqual({
      line: 3,
      column: 77,
    });
  });

  test('keeps the name of a directory file', async () => {
    const reading = await readText(
      `export default { ivr: 1, id: 'm', language: 'en', directory: 'm.directory.yaml', entries: [{ start: 'end' }], nodes: { end: { kind: 'hangup' } } };`,
    );
    expect(reading.document?.script.directory).toBe('m.directory.yaml');
    expect(reading.directory).toBeUndefined();
  });
});

describe('what is wrong in it', () => {
  const menu = (node: string, before = '') => `import { defineScript } from 'ivrkit';
${before}
export default defineScript({ id: 'm', language: 'en', entries: [{ start: 'a' }], nodes: { a: ${node} } });
`;

  test.each([
    [menu(`{ kind: 'menu', option: [] }`), ['unknown-field | option']],
    [menu(`{ kind: 'hangup', say: 7 }`), ['invalid-value | 7']],
    [menu('end', `const end = { kind: 'hangup', sya: '' };`), ['unknown-field | sya']],
    [menu(`{ kind: 'hangup', kind: 'hangup' }`), ['duplicate-field | kind']],
    [
      menu(`{ ...end, to: 'b' }`, `const end = { kind: 'hangup', sya: '' };`),
      ['unknown-field | sya', 'unknown-field | to'],
    ],
    [
      menu('make()', `const make = () => ({ kind: 'hangup', sya: '' });`),
      ['unknown-field | make()'],
    ],
    [menu(`{ kind: 'hangup', say: () => 'hello' }`), [`invalid-value | () => 'hello'`]],
    [
      menu(
        `{ kind: 'menu', options: [...first, { key: 'x' }] }`,
        `const first = [{ key: '1' }, { key: '2' }];`,
      ),
      [`invalid-value | 'x'`],
    ],
    [menu(`{ kind: 'hangup' `), ['syntax | )']],
  ])('is a finding at its place (%#)', async (text, expected) => {
    expect(await findingsOf(text)).toEqual(expected);
  });

  test('is told in the directory file that it imports', async () => {
    await writeFile(
      join(folder, 'bad.directory.ts'),
      `export default { directory: 1, id: 'bad', timeZone: 'UTC', queues: { cards: { calender: 'x' } } };\n`,
    );
    const reading = await readText(`import bad from './bad.directory.ts';
export default { ivr: 1, id: 'm', language: 'en', directory: bad, entries: [{ start: 'a' }], nodes: { a: { kind: 'hangup' } } };`);
    expect(reading.findings.map(({ ruleId, at }) => [ruleId, at.path, at.start.column])).toEqual([
      ['unknown-field', 'bad.directory.ts', 79],
    ]);
    expect(reading.document?.script.id).toBe('m');
    expect(reading.directory).toBeUndefined();
  });
});

describe('a file that can not be used', () => {
  const errorOf = async (text: string): Promise<IvrError> => {
    const error: unknown = await readText(text).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof IvrError)) throw new Error(`no IvrError: ${String(error)}`);
    return error;
  };

  test('that throws is told with the line', async () => {
    const error = await errorOf(`const wait = 5;

function check(value: number): number {
  if (value > 3) throw new Error('too long');
  return value;
}
export default { wait: check(wait) };
`);
    expect(error).toMatchObject({
      code: 'script-broken',
      place: { path: 'menu.ivr.ts', start: { line: 4, column: 3 } },
    });
    expect(error.message).toContain('too long');
  });

  test('that imports what is not there is told', async () => {
    const error = await errorOf(`import x from './nowhere.ts';\nexport default x;\n`);
    expect(error.code).toBe('script-broken');
    expect(error.message).toContain('nowhere');
  });

  test('that exports no script is told', async () => {
    expect((await errorOf('export const menu = 1;\n')).message).toBe(
      'menu.ivr.ts exports no script.',
    );
  });

  test('whose script contains itself is told, and nothing overflows', async () => {
    const error = await errorOf(
      'const a: Record<string, unknown> = {}; a.a = a;\nexport default a;\n',
    );
    expect(error.message).toContain('contains itself');
    const chain = await errorOf(
      'let a = {}; for (let i = 0; i < 100000; i += 1) a = { a };\nexport default a;\n',
    );
    expect(chain.message).toContain('200 levels deep');
  });

  test('that sets what every object inherits is refused', async () => {
    const error = await errorOf(`export default { ['__proto__']: { kind: 'hangup' } };\n`);
    expect(error.message).toContain('__proto__');
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  test.each([
    'export default 7;',
    'export default [];',
    'export default null;',
    'export default new Map();',
  ])('%s is no script, and says so', async (text) => {
    expect((await readText(text)).document).toBeUndefined();
  });
});

test('a directory in TypeScript is read by itself', async () => {
  const file = join(fixtures, 'bank.directory.ts');
  const text = await readFile(file, 'utf8');
  const { document, findings } = await readTypeScriptDirectory(
    { path: 'bank.directory.ts', text },
    file,
  );
  expect(findings).toEqual([]);
  expect(document?.directory.queues).toHaveProperty('general');
});
