import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { judgeCall } from '../../src/replay/judge-call.ts';
import { followCall, type PlannedAction } from '../../src/walk/follow-call.ts';
import { alwaysOpen } from '../../src/walk/world.ts';
import { corpusFiles, corpusSource } from '../support/corpus.ts';

const plans: readonly (readonly PlannedAction[])[] = [
  [],
  [
    { do: 'press', key: '1' },
    { do: 'press', key: '2' },
    { do: 'enter', digits: 6 },
  ],
  Array.from({ length: 8 }, () => ({ do: 'silence' }) as const),
  Array.from({ length: 8 }, () => ({ do: 'wrong' }) as const),
];

describe.each(['amazon-connect', 'amazon-connect-legacy', 'twilio-studio', 'genesys-cloud'])(
  'menus of %s',
  (platform) => {
    test('can be called: each call ends or goes on where somebody is asked', async () => {
      for (const file of corpusFiles(platform).slice(0, 30)) {
        const { documents } = await readMenuFile(corpusSource(file));
        for (const { script } of documents) {
          const flow = buildCallFlow(script);
          for (const plan of plans) {
            const call = followCall(flow, alwaysOpen, plan);
            expect(call.end.why).not.toBe('no-such-action');
            if (call.end.why === 'waiting')
              expect(['menu', 'collect']).toContain(flow.graph.node(call.end.node ?? '').kind);
            expect(judgeCall(flow, call).outcome).toBeDefined();
          }
        }
      }
    });
  },
);
