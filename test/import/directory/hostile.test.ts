import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addsUp, importedFrom } from '../../support/imported-directory.ts';

const word = fc.constantFrom(
  'Name',
  'Queue',
  'QueueId',
  'QueueArn',
  'HoursOfOperationId',
  'Config',
  'TimeZone',
  'Day',
  'MONDAY',
  'StartTime',
  'EndTime',
  'Hours',
  'EffectiveFrom',
  'EffectiveTill',
  'Status',
  'DISABLED',
  'MaxContacts',
  'QuickConnectConfig',
  'PhoneConfig',
  'PhoneNumber',
  '__proto__',
  'constructor',
  '2026-12-24',
  '+18005550142',
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(word, fc.integer({ min: -2, max: 1500 }), fc.constant(null), fc.boolean()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 6 }),
  ),
}));
const piece = fc.constantFrom(
  'queue',
  'name',
  'capacity',
  'skills',
  'overflow',
  ',',
  ';',
  '\t',
  '"',
  '\n',
  '\r\n',
  '[',
  ']',
  '(!)',
  'maxlen',
  '=',
  '=>',
  'member',
  'general',
  ';--',
  '--;',
  '#include x',
  'a after 2m',
  '\uFEFF',
  '日本',
);

test('whatever stands in objects of Amazon Connect, it is read, or told, and adds up', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), (values) => {
      const imported = importedFrom({ 'a.json': JSON.stringify(values) });
      if (imported !== undefined) expect(addsUp(imported.report)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('whatever stands in tables and configuration files, it is read, or told, and adds up', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('queue,capacity,overflow\n', '[sales]\nmaxlen = 4\n', ''),
      fc.array(piece, { maxLength: 30 }),
      (head, pieces) => {
        const imported = importedFrom({ 'a.txt': head + pieces.join('') });
        if (imported !== undefined) expect(addsUp(imported.report)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
