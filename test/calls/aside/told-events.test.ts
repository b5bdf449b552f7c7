import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import type { SourcedRow } from '../../../src/calls/formats/call-source.ts';
import { noNames } from '../../../src/calls/formats/node-names.ts';
import { gatherRows } from '../../../src/calls/aside/gather-rows.ts';
import { openLogs, plainReading, vendorRows } from '../../../src/calls/log-reading.ts';
import { createRowTally } from '../../../src/calls/row-tally.ts';
import { toldEvents } from '../../../src/calls/aside/told-events.ts';
import { collect, logOf } from '../../support/log-of.ts';
import { vendorLog, vendorSampleNames, type RecordOrder } from '../../support/vendor-logs.ts';

const orders: readonly RecordOrder[] = ['newest first', 'mixed'];
const inMemory = { mostHeld: Number.POSITIVE_INFINITY, parts: 1 };
const onDisk = { mostHeld: 3, parts: 7 };

async function rowsOf(text: string): Promise<AsyncIterable<readonly SourcedRow[]>> {
  const [log] = await openLogs([logOf(text)], plainReading);
  if (log === undefined) throw new Error('no log');
  return vendorRows(log, createRowTally('log'), undefined).batches;
}

async function told(text: string, options: typeof onDisk) {
  let superseded = 0;
  const events = toldEvents(await rowsOf(text), noNames, options, (rows) => (superseded += rows));
  return { events: (await collect(events)).flat(), superseded };
}

/** By call, in the order in which they were given. */
const callByCall = (events: readonly CallEvent[]) =>
  events.toSorted((a, b) => (a.call === b.call ? 0 : a.call < b.call ? -1 : 1));

const aside = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ivrkit-rows-'));

describe('rows of vendors that memory does not hold', () => {
  test.each(vendorSampleNames)('of %s tell the same events from disk', async (name) => {
    for (const order of orders) {
      const text = vendorLog(name, order);
      const [memory, disk] = [await told(text, inMemory), await told(text, onDisk)];
      expect(memory.events.length).toBeGreaterThan(10);
      expect(callByCall(disk.events)).toEqual(callByCall(memory.events));
      expect(disk.superseded).toBe(memory.superseded);
      const moments = disk.events.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  test('are put aside in whole calls, and are gone when they have been told', async () => {
    const gathered = await gatherRows(await rowsOf(vendorLog('twilio', 'mixed')), onDisk);
    const parts = await collect(gathered.parts());
    expect(parts.filter(({ length }) => length > 0).length).toBeGreaterThan(1);
    const calls = parts.map((rows) => new Set(rows.map(({ call }) => call)));
    expect(calls.reduce((sum, { size }) => sum + size, 0)).toBe(
      new Set(calls.flatMap((own) => [...own])).size,
    );
    const file = gathered.fileFor('rows-0');
    await gathered.remove();
    expect(existsSync(file)).toBe(false);
  });

  test('are gone when the log breaks off, and when nobody reads on', async () => {
    const before = aside();
    const rows = await rowsOf(vendorLog('twilio', 'mixed'));
    async function* broken() {
      yield* rows;
      throw new Error('the log broke off');
    }
    await expect(gatherRows(broken(), onDisk)).rejects.toThrow('the log broke off');
    const text = vendorLog('asterisk', 'mixed');
    const events = toldEvents(await rowsOf(text), noNames, onDisk, () => undefined);
    expect((await events.next()).done).toBe(false);
    expect(aside().length).toBe(before.length + 1);
    await events.return(undefined);
    expect(aside()).toEqual(before);
  });
});
