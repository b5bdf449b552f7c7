import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { exportScript } from '../../src/export/export-script.ts';
import type { ExportFormat } from '../../src/export/exporter.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import type { Script } from '../../src/script/script.ts';
import { placesOf } from '../../src/source/tree.ts';
import { draws } from '../support/draws.ts';
import { exportableScript, type Carried } from '../support/exportable-script.ts';
import { differenceBetween } from '../support/same-behaviour.ts';

jest.setTimeout(120_000);

const source = { path: 'any.json', text: '' };
const places = placesOf(source, { kind: 'map', fields: [], start: 0, end: 0 });

/** The script again; nothing where the export tells that going back leads elsewhere. */
async function throughFormat(script: Script, format: ExportFormat): Promise<Script | undefined> {
  const document = { source, format: 'native' as const, script, places };
  const { text, findings: told } = await exportScript(document, format);
  if (told.some(({ subject }) => subject.endsWith('/do'))) return undefined;
  const { documents, findings } = await readMenuFile({ path: 'any.xml', text });
  const [again] = documents;
  if (again === undefined)
    throw new Error(findings.map(({ message }) => message).join('\n') + text);
  return again.script;
}

const carried = {
  voicexml: {
    kinds: [
      'announcement',
      'menu',
      'collect',
      'branch',
      'transfer',
      'voicemail',
      'subflow',
      'hangup',
    ],
    silenceSays: true,
    hasErrors: true,
    transfersAlike: false,
    collectsAlike: false,
  },
  freeswitch: {
    kinds: [
      'announcement',
      'menu',
      'collect',
      'branch',
      'queue',
      'transfer',
      'voicemail',
      'subflow',
      'hangup',
    ],
    silenceSays: false,
    hasErrors: false,
    transfersAlike: true,
    collectsAlike: true,
  },
} as const satisfies Partial<Record<ExportFormat, Carried>>;

describe('a script that goes through a format and comes back', () => {
  test.each(Object.entries(carried))(
    'of %s does the same to the same callers',
    async (format, what) => {
      await fc.assert(
        fc.asyncProperty(exportableScript(what), draws(1000), async (script, draw) => {
          const again = await throughFormat(script, format as ExportFormat);
          if (again === undefined) return;
          for (const colour of [undefined, 'red', 'blue']) {
            const attributes = colour === undefined ? {} : { colour };
            const world = { start: 0, calendarState: () => 'open' as const, attributes };
            const options = { draw, world };
            expect(differenceBetween(script, again, options)).toBeUndefined();
          }
        }),
        { numRuns: 100 },
      );
    },
  );
});
