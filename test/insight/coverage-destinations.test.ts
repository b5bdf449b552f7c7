import { expect, test } from '@jest/globals';
import { coverageDestinations } from '../../src/insight/coverage-destinations.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { flowOf } from '../support/script-of.ts';

const reading = parseDirectory({
  path: 'test.directory.yaml',
  text: `directory: 1
id: test
timeZone: Europe/Athens
calendars: {office: {hours: "Mo-Fr 09:00-17:00"}}
queues:
  cards: {title: Card desk, calendar: office, overflow: [{to: desk, after: 60}]}
  desk: {overflow: [{to: night, after: 60}, {to: cards, after: 60}]}
  night: {}
  unused: {}
numbers: {partner: {number: "+302100000000", title: Partner}}
`,
});

test('calls are led to the queues and numbers of a menu, and to the queues that take over', () => {
  const directory = reading.document?.directory;
  if (directory === undefined) throw new Error(reading.findings.map((one) => one.message).join());
  const flow = flowOf(`
  main: {kind: menu, options: [{key: "1", to: cards}, {key: "2", to: cards-too}, {key: "3", to: out}]}
  cards: {kind: queue, queue: cards}
  cards-too: {kind: queue, queue: cards}
  out: {kind: transfer, number: partner}
`);
  const found = coverageDestinations(flow, directory);
  expect(found.map(({ kind, id, title, nodes }) => [kind, id, title, nodes])).toEqual([
    ['queue', 'cards', 'Card desk', ['cards', 'cards-too']],
    ['queue', 'desk', 'desk', []],
    ['queue', 'night', 'night', []],
    ['number', 'partner', 'Partner', ['out']],
  ]);
});
