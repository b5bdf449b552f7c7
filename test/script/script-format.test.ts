import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';
import { readTypeScriptScript } from '../../src/files/load-typescript.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { scriptJsonSchema } from '../../src/script/json-schema.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { nodeKinds } from '../../src/script/vocabulary.ts';
import { compile } from '../support/compile.ts';
import { formatReference } from '../support/format-reference.ts';
import { expectGolden } from '../support/golden.ts';

const file = 'docs/script-format.md';
const page = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)?.[1] ?? '';

/** What each kind of node and each part is, in one sentence. */
const sentences: Readonly<Record<string, string>> = {
  announcement: 'Says something and goes on.',
  menu: 'Offers options and waits for a key.',
  collect: 'Asks for digits. What callers enter is never stored, printed or drawn.',
  branch:
    'Chooses the way by what is known: the hours, the language, an attribute of the call. A holiday or an emergency that no case names counts as `closed`.',
  task: 'Does something for the caller or looks something up. It can fail.',
  queue: 'Lets the caller wait for a person.',
  transfer: 'Connects the call to an outside number.',
  voicemail: 'Takes a message.',
  callback: 'Promises to call back.',
  subflow: 'Goes through another script.',
  hangup: 'Ends the call.',
  opaque:
    "Keeps a vendor's block that this format can't say. It is drawn and counted, never dropped.",
  option:
    'One option of a menu. It needs a key or an intent, and leads somewhere or does something.',
  'no-input': 'What happens when the caller stays silent.',
  'no-match': 'What happens when the caller enters something that is not offered.',
  'branch-on': 'What a branch looks at:',
};

describe('the page on the script format', () => {
  test('has a reference that is made from the schema', async () => {
    const [written = ''] = page.split(/(?<=-- script-format -->)/);
    const reference = formatReference(scriptJsonSchema(), nodeKinds, sentences);
    const note = 'An asterisk marks fields that are required.';
    const options = { parser: 'markdown', singleQuote: true, printWidth: 100 };
    expectGolden(file, await format(`${written}\n\n${note}\n\n${reference}\n`, options));
  });

  test('shows a script that is right', () => {
    const { document, findings } = parseScript({ path: 'riverside.ivr.yaml', text: block('yaml') });
    expect(findings).toEqual([]);
    if (document === undefined) throw new Error('no script');
    expect(lintScript(document).map(({ message }) => message)).toEqual([]);
  });

  test('shows a script in TypeScript that compiles and runs', async () => {
    const text = block('ts');
    const [, body = ''] = text.split(/(?<=from 'ivrkit';)/);
    const imports = `import { defineScript } from './src/script/define-script.ts';
import { defineDirectory } from './src/routing/define-directory.ts';`;
    expect(compile({ page: imports + body })['page']).toEqual([]);
    const folder = await mkdtemp(join(tmpdir(), 'ivrkit-page-'));
    try {
      const path = join(folder, 'riverside.ivr.ts');
      await writeFile(path, text);
      const reading = await readTypeScriptScript({ path: 'riverside.ivr.ts', text }, path);
      expect(reading.findings).toEqual([]);
      expect(reading.directory?.directory.id).toBe('riverside');
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});
