import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { destinationCosts } from '../../src/insight/destination-costs.ts';
import { costsToCsv } from '../../src/report/costs-csv.ts';
import { costsToJson } from '../../src/report/costs-json.ts';
import { costsToText } from '../../src/report/costs-text.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { parseScript } from '../../src/script/parse-script.ts';

const script = `ivr: 1
id: shop
title: =HYPERLINK("x")
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    say: Press 1, 2 or 3.
    options: [{key: "1", to: cards}, {key: "2", to: own}, {key: "3", to: taxi}, {key: "4", to: gone}]
    noInput: {to: cards}
  cards: {kind: queue, queue: cards}
  own: {kind: queue, queue: own}
  gone: {kind: queue, queue: gone}
  taxi: {kind: transfer, number: "+18005550142"}
  never: {kind: queue, queue: own}
`;
const directory = `directory: 1
id: shop
timeZone: UTC
calendars: {always: {hours: "24/7"}}
queues:
  cards: {title: "=1+1", calendar: always, sites: [near, far, half], overflow: [{to: night, after: 1m}]}
  night: {calendar: always, sites: [far]}
  own: {calendar: always, sites: [home]}
sites: {near: {vendor: abc}, far: {vendor: xyz}, home: {}, half: {vendor: none}}
vendors:
  abc: {billing: {price: 0.95, currency: USD, per: minute, increment: 6s, minimum: 30s, waiting: false, holding: true}}
  xyz: {billing: {price: 0.01, currency: EUR, per: second, waiting: true}}
  none: {}
numbers: {taxi: {number: "+18005550142", title: Taxi}}
`;

function report() {
  const { document } = parseScript({ path: 's.yaml', text: script });
  if (document === undefined) throw new Error('no script');
  const read = parseDirectory({ path: 'd.yaml', text: directory });
  expect(read.findings).toEqual([]);
  return {
    script: { id: document.script.id, title: document.script.title },
    costs: destinationCosts(buildCallFlow(document.script), read.document?.directory),
  };
}

describe('what a minute costs at every destination', () => {
  test('every queue and number that callers can come to has its row, by site and vendor', () => {
    expect(costsToText(report())).toBe(`=HYPERLINK("x")

keys         to     site  vendor  first min  further   waiting   on hold
1            cards  near  abc     0.95 USD   0.95 USD  0.00 USD  0.95 USD
1            cards  far   xyz     0.60 EUR   0.60 EUR  0.60 EUR  unknown
1            cards  half  none    unknown                                  the vendor’s terms are not given
1, overflow  night  far   xyz     0.60 EUR   0.60 EUR  0.60 EUR  unknown
2            own    home          unknown                                  a site of your own: no terms
4            gone                 unknown                                  the directory has no such queue
3            taxi                 unknown                                  an outside number: no terms

"unknown" next to a price: the terms don't say whether that time is billed.
`);
  });

  test('JSON gives numbers, and null where the terms say nothing', () => {
    const { destinations } = JSON.parse(costsToJson(report())) as { destinations: unknown[] };
    expect(destinations[1]).toEqual({
      ...{ node: 'cards', kind: 'queue', name: 'cards', title: '=1+1' },
      ...{ keys: [{ trigger: 'key', value: '1' }], site: 'far', vendor: 'xyz', known: true },
      ...{ currency: 'EUR', firstMinute: 0.6, furtherMinute: 0.6 },
      ...{ waitingMinute: 0.6, holdingMinute: null },
    });
    expect(destinations[2]).toMatchObject({ known: false, reason: 'no terms' });
  });

  test('no cell of the CSV is a formula, and every line has as many cells', () => {
    const lines = costsToCsv(report()).trimEnd().split('\n');
    expect(lines[1]).toBe("cards,queue,cards,'=1+1,1,near,abc,USD,0.95,0.95,0,0.95,");
    expect(lines[4]).toBe('cards,queue,night,,"1, overflow",far,xyz,EUR,0.6,0.6,0.6,,');
    expect(lines).toHaveLength(8);
  });

  test('numbers are called by their names: no digits are printed', () => {
    const all = report();
    for (const text of [costsToText(all), costsToJson(all), costsToCsv(all)])
      expect(text).not.toContain('8005550142');
  });
});
