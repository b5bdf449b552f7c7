import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { exportScript } from '../../../src/export/export-script.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import type { Script } from '../../../src/script/script.ts';
import { placesOf } from '../../../src/source/tree.ts';
import { draws } from '../../support/draws.ts';
import { differenceBetween } from '../../support/same-behaviour.ts';
import { anyStudioScript } from '../../support/studio-script.ts';

jest.setTimeout(120_000);

/** A script as a flow, and read again. */
async function thereAndBack(script: Script): Promise<Script | undefined> {
  const source = { path: 'any.ivr.json', text: '' };
  const tree = { kind: 'map', start: 0, end: 0, fields: [] } as const;
  const document = { source, format: 'native', script, places: placesOf(source, tree) } as const;
  const { text } = await exportScript(document, 'twilio-studio');
  const { documents } = await readMenuFile({ path: 'flow.json', text });
  return documents[0]?.script;
}

describe('a script that is exported to Studio and imported again', () => {
  test('does the same to every caller', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudioScript, draws(1000), async (script, draw) => {
        const again = await thereAndBack(script);
        if (again === undefined) return;
        expect(differenceBetween(script, again, { draw })).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
