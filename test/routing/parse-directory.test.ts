import { describe, expect, test } from '@jest/globals';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { underlined } from '../support/underlined.ts';

const head = 'directory: 1\nid: bank\ntimeZone: Europe/Athens\n';

const findingsIn = (text: string) =>
  parseDirectory({ path: 'bank.directory.yaml', text }).findings.map(
    (finding) => `${finding.ruleId} | ${underlined(text, finding.at)} | ${finding.message}`,
  );

describe('a directory', () => {
  test('with every field is read, times in seconds', () => {
    const text = `${head}title: Bank
calendars:
  office:
    title: Office
    timeZone: Europe/Athens
    hours: "Mo-Fr 08:00-20:00"
    holidays: {country: DE, region: DE-BY}
    exceptions:
      - {date: 2026-12-24, title: Christmas Eve, hours: "08:00-12:00"}
      - {from: 2026-08-01, to: 2026-08-15, hours: "off"}
    emergency: false
queues:
  cards:
    title: Cards
    languages: [el, en-GB]
    skills: [cards]
    calendar: office
    capacity: 40
    overflow: [{to: general, after: 2m}]
    priority: 5
    sites: [athens]
  general: {calendar: office}
staffing:
  - {skill: cards, language: el, site: athens, hours: "Mo-Fr 08:00-20:00", heads: 12}
sites:
  athens: {title: Athens, timeZone: Europe/Athens, vendor: callworks}
vendors:
  callworks:
    billing: {price: 0.42, currency: EUR, per: minute, increment: 6s, minimum: 1m, waiting: true, holding: false}
numbers:
  taxi: {number: "+18005550142", title: Taxi, calendar: office}
`;
    const { document, findings } = parseDirectory({ path: 'bank.directory.yaml', text });
    expect(findings).toEqual([]);
    expect(document?.directory).toMatchObject({
      queues: { cards: { overflow: [{ to: 'general', after: 120 }] } },
      vendors: { callworks: { billing: { increment: 6, minimum: 60 } } },
      calendars: { office: { exceptions: [{ date: '2026-12-24' }, { to: '2026-08-15' }] } },
    });
    const place = document?.places.at(['queues', 'cards', 'overflow', 0, 'to']);
    expect(place === undefined ? '' : underlined(text, place)).toBe('general');
  });

  test('with nothing but its head is empty, and fine', () => {
    const { document } = parseDirectory({ path: 'd.yaml', text: head });
    expect(document?.directory).toMatchObject({
      queues: {},
      calendars: {},
      staffing: [],
      sites: {},
    });
  });

  test.each([
    ['queues: {cards: {calender: office}}', 'unknown-field | calender | The field "calender"'],
    ['queues: {Cards: {}}', `invalid-name | Cards | "Cards" can't be a name here`],
    ['queues: {constructor: {}}', `invalid-name | constructor | "constructor" can't be`],
    ['queues: {__proto__: {}}', `invalid-name | __proto__ | "__proto__" can't be`],
    ['queues: {cards: {capacity: -1}}', `invalid-value | -1 | "capacity" must be 0 or more.`],
    [
      'queues: {cards: {}, cards: {}}',
      'duplicate-field | cards | The field "cards" is written twice',
    ],
    ['calendars: {office: {}}', 'missing-field | office | The field "hours" is missing here'],
    ['calendars: {office: {hours: ""}}', `invalid-value | "" | "hours" is empty.`],
    [
      'calendars: {office: {hours: "24/7", holidays: {country: Greece}}}',
      `invalid-value | Greece | "country" can't be read: a country is two letters: GR.`,
    ],
    [
      'calendars: {office: {hours: "24/7", exceptions: [{date: 2026-02-30, hours: "off"}]}}',
      `invalid-value | 2026-02-30 | "date" can't be read: there is no such day.`,
    ],
    [
      'calendars: {office: {hours: "24/7", exceptions: [{from: 2026-12-26, to: 2026-12-24, hours: "off"}]}}',
      `invalid-value | {from: 2026-12-26, to: 2026-12-24, hours: "off"} | Item 1 can't be read`,
    ],
    [
      'vendors: {v: {billing: {price: 1, currency: euro, per: minute}}}',
      `invalid-value | euro | "currency" can't be read: a currency is an ISO 4217 code such as EUR.`,
    ],
    [
      'vendors: {v: {billing: {price: 1, currency: EUR, per: hour}}}',
      `invalid-value | hour | "per" can't be "hour" here.`,
    ],
    [
      'staffing: [{hours: "24/7"}]',
      'missing-field | {hours: "24/7"} | The field "heads" is missing',
    ],
  ])('that says %s tells what is wrong, and where', (line, expected) => {
    const [first = ''] = findingsIn(`${head}${line}\n`);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  test('that is no directory at all says so once', () => {
    expect(findingsIn('- a\n- b\n')).toHaveLength(1);
    expect(findingsIn('directory: [')).toHaveLength(1);
    expect(findingsIn('')).toHaveLength(1);
  });
});
