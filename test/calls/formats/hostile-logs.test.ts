import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { LogFormat } from '../../../src/calls/formats/log-format.ts';
import { logFormats } from '../../../src/calls/formats/log-formats.ts';
import { noNames } from '../../../src/calls/formats/node-names.ts';
import { logOf } from '../../support/log-of.ts';

/** Values as hostile logs have them: names of prototypes, numbers too large, texts of other logs. */
const value = fc.constantFrom<unknown>(
  ...[
    '',
    'c1',
    '__proto__',
    'constructor',
    '2026-03-02T08:00:00Z',
    '2026-03-02 08:00:00',
    '1772438400',
    '1772438400000000',
    '10.1.2.3.1772438400000.7.App',
    '03/02/2026 08:00:00',
    'enter',
    'end',
    'hangup',
    '1',
    '*',
  ],
  ...['ENTERQUEUE', 'CHAN_START', 'hangup', '\u0000', 'ü', 'x'.repeat(200), '"', '{', '+15550100'],
  ...[0, -1, 1e300, 1772438400000, true, null, [], {}, ['a'], { toString: 'x' }],
);
const name = fc.constantFrom(
  ...[
    'ContactId',
    'ContactFlowId',
    'ContactFlowName',
    'ContactFlowModuleType',
    'Identifier',
    'Timestamp',
    'Parameters',
  ],
  ...[
    'Results',
    'ExternalResults',
    'message',
    'execution_sid',
    'transitioned_from',
    'transitioned_to',
    'name',
    'data',
  ],
  ...[
    'date_created',
    'date_updated',
    'status',
    'sid',
    'flow_sid',
    'context',
    'type',
    'conversationId',
    'flow',
    'execution',
  ],
  ...[
    'events',
    'steps',
    'executions',
    'logEvents',
    'results',
    'participants',
    'variables',
    'uuid',
    'start_uepoch',
    'app_log',
    'applications',
    'app_name',
    'app_stamp',
    'callflow',
    'caller_profile',
    'conversation_name',
    'request_time',
    'request',
    'response',
    'queryResult',
    'currentPage',
    'match',
    'responseMessages',
    'InitiationTimestamp',
    'Queue',
    'Agent',
    'sessions',
    'segments',
    '__proto__',
  ],
);
const record: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    value,
    fc
      .array(fc.tuple(name, tie('node')), { maxLength: 6 })
      .map((fields) => Object.fromEntries(fields) as unknown),
    fc.array(tie('node'), { maxLength: 3 }),
  ),
})).node;

const cell = (text: unknown): string =>
  typeof text === 'string'
    ? `"${text.replaceAll('"', '""')}"`
    : JSON.stringify(text).replaceAll(',', ' ');

/** Logs that begin as those of a format do, and go on with anything. */
function logsOf(format: LogFormat): fc.Arbitrary<string> {
  const damage = fc.constantFrom('', '{', '"', '\n', '[', '|||', ',,,', '\u0000', '}]');
  switch (format.records) {
    case 'table':
      return fc
        .tuple(
          fc.array(fc.array(value, { maxLength: format.columns.length + 1 }), { maxLength: 8 }),
          damage,
        )
        .map(([rows, broken]) =>
          [format.columns.join(','), ...rows.map((row) => row.map(cell).join(',')), broken].join(
            '\n',
          ),
        );
    case 'json':
      return fc
        .tuple(fc.array(record, { maxLength: 8 }), damage, fc.boolean())
        .map(([records, broken, isList]) =>
          isList
            ? JSON.stringify(records) + broken
            : records.map((one) => JSON.stringify(one)).join(`${broken}\n`),
        );
    case 'xml':
      return fc
        .array(fc.tuple(name, value, damage, fc.constantFrom('', '/', '<!--', '&x;', '<![CDATA[')))
        .map((parts) =>
          parts
            .map(
              ([part, text, broken, sign]) =>
                `<${format.element}><variables><uuid>u</uuid><start_uepoch>1772438400000000</start_uepoch><${part}>${cell(text)}${broken}</${sign}${part}></variables></${format.element}>`,
            )
            .join('\n'),
        );
    case 'lines':
      return fc
        .array(fc.tuple(fc.array(value, { maxLength: 9 }), fc.constantFrom('|', ',', ' ', '\t')), {
          maxLength: 8,
        })
        .map((lines) =>
          lines
            .map(([parts, sign]) =>
              parts.map((part) => (typeof part === 'string' ? part : cell(part))).join(sign),
            )
            .join('\n'),
        );
  }
}

const names = [...new Set(logFormats.map((format) => format.name))];

describe.each(names)('a hostile log of the format %s', (formatName) => {
  const formats = logFormats.filter((format) => format.name === formatName);

  test('is read to its end, and its rows add up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(...formats.map(logsOf)),
        fc.integer({ min: 1, max: 50 }),
        async (text, chunk) => {
          const read = await condenseLogs([logOf(text, 'log', chunk)], undefined, {
            reading: { names: noNames, format: formatName },
          }).catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'IvrError' });
            return undefined;
          });
          if (read === undefined) return;
          const { rows, variants, calls } = read;
          expect(rows.read).toBe(rows.used + rows.rejected);
          expect(variants.reduce((sum, variant) => sum + variant.calls, 0)).toBe(calls);
          expect(variants.every(({ duration }) => duration.min >= 0)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
