import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { condense } from '../support/condense.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { simulateCalls } from '../../src/walk/simulate.ts';

const menus = new URL('../../menus/', import.meta.url);
const names = readdirSync(menus).filter((name) => name.endsWith('.ivr.yaml'));
const read = (name: string) => ({ path: name, text: readFileSync(new URL(name, menus), 'utf8') });

describe('simulated calls', () => {
  test.each(names)('on %s replay without a deviation', async (name) => {
    const script = parseScript(read(name)).document?.script;
    if (script === undefined) throw new Error(`${name} can't be read`);
    const directory =
      script.directory === undefined
        ? undefined
        : parseDirectory(read(script.directory)).document?.directory;
    const flow = buildCallFlow(script);
    const rows = await simulateCalls(flow, { calls: 400, seed: 7, directory });
    const events = [...rows].map(({ call, at, event, node, value }) => ({
      ...{ call, at, event, node, value },
    }));
    const log = condense(events, knownValuesOf(flow));
    const replay = replayLog(flow, log);
    expect(log.calls).toBe(400);
    expect(replay.deviations).toEqual([]);
    expect(replay.fitness).toBe(1);
    const { unterminatedCalls, unstartedCalls, lateRows } = log.irregular;
    expect({ unterminatedCalls, unstartedCalls, lateRows }).toEqual({
      unterminatedCalls: 0,
      unstartedCalls: 0,
      lateRows: 0,
    });
  });
});
