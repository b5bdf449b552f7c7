import { describe, expect, test } from '@jest/globals';
import { checkDirectory } from '../../src/routing/check-directory.ts';
import { checkReferences } from '../../src/routing/check-references.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { underlined } from '../support/underlined.ts';

const head = 'directory: 1\nid: bank\ntimeZone: Europe/Athens\n';

function documentOf(text: string) {
  const { document, findings } = parseDirectory({ path: 'bank.directory.yaml', text });
  expect(findings).toEqual([]);
  if (document === undefined) throw new Error('no directory');
  return document;
}

/** `rule | what is underlined`, for every finding in the order of the file. */
async function findingsOf(body: string): Promise<readonly string[]> {
  const text = head + body;
  return (await checkDirectory(documentOf(text))).map(
    ({ ruleId, at }) => `${ruleId} | ${underlined(text, at)}`,
  );
}

const office = 'calendars: {office: {hours: "24/7"}}\n';

describe('names', () => {
  test('a whole and right directory gives no finding', async () => {
    expect(
      await findingsOf(`
calendars:
  office: {hours: "Mo-Fr 08:00-20:00; PH 10:00-14:00", holidays: {country: DE, region: DE-BY}}
  night: {hours: "off", exceptions: [{date: 2026-12-31, hours: "18:00-24:00"}]}
queues:
  cards: {calendar: office, languages: [el, en-GB], skills: [cards], sites: [athens], overflow: [{to: general, after: 1m}]}
  general: {calendar: night}
staffing:
  - {skill: cards, site: athens, language: en, hours: "24/7", heads: 2}
  - {queue: cards, language: el, hours: "Mo-Fr 08:00-20:00", heads: 2}
  - {hours: "24/7", heads: 1}
sites: {athens: {vendor: callworks}}
vendors: {callworks: {}}
numbers: {taxi: {number: "+18005550142", calendar: office}}
`),
    ).toEqual([]);
  });

  test('a name that the directory does not have is found where it stands', async () => {
    expect(
      await findingsOf(`${office}queues:
  cards: {calendar: offic, sites: [athen], overflow: [{to: cadrs}]}
staffing: [{queue: crads, site: atens, hours: "24/7", heads: 1}]
sites: {athens: {vendor: nobody}}
numbers: {taxi: {number: "+18005550142", calendar: ofice}}
`),
    ).toEqual([
      'unstaffed-queue | cards',
      'unknown-calendar | offic',
      'unknown-site | athen',
      'unknown-queue | cadrs',
      'unknown-queue | crads',
      'unknown-site | atens',
      'unknown-vendor | nobody',
      'unknown-calendar | ofice',
    ]);
  });

  test('the message says what callers lose and which name was meant', () => {
    const document = documentOf(`${head}${office}queues: {cards: {calendar: offic}}\n`);
    expect(checkReferences(document)).toEqual([
      expect.objectContaining({
        ruleId: 'unknown-calendar',
        severity: 'error',
        message:
          'There is no calendar "offic", so nobody knows when it is open, and it counts as closed. Did you mean "office"?',
        data: { calendar: 'offic' },
        subject: 'queues/cards/calendar',
        help: 'Add "offic" under "calendars", or name one that exists.',
      }),
    ]);
  });

  test('names of JavaScript are names like any other', async () => {
    expect(
      await findingsOf(`${office}staffing: [{queue: cards, hours: "24/7", heads: 1}]\n`),
    ).toEqual(['unknown-queue | cards']);
  });

  test('an entry that stands twice is told with its first place', () => {
    const text = `${head}${office}queues: {cards: {calendar: office, skills: [a, b, a]}}\n`;
    const [finding] = checkReferences(documentOf(text));
    expect(finding?.ruleId).toBe('repeated-entry');
    expect(finding?.related[0]?.at.start.column).toBeLessThan(finding?.at.start.column ?? 0);
  });

  test('a number that is not in international form is told without the number', () => {
    for (const number of [
      '0800 555 0142',
      '+1 800 555 0142',
      '+0123456789',
      '+1234567890123456',
      '12',
    ]) {
      const text = `${head}numbers: {taxi: {number: "${number}"}}\n`;
      const [finding] = checkReferences(documentOf(text));
      expect(finding?.ruleId).toBe('invalid-number');
      expect(JSON.stringify([finding?.message, finding?.data])).not.toContain(number);
    }
  });
});

describe('zones', () => {
  test('unknown and old names are found wherever a zone may stand', async () => {
    const text = `calendars: {office: {hours: "24/7", timeZone: Europe/Athena}}
sites: {nyc: {timeZone: US/Eastern}}
staffing: [{hours: "24/7", heads: 1, timeZone: Asia/Calcutta}]
`;
    expect(await findingsOf(text)).toEqual([
      'unknown-zone | Europe/Athena',
      'deprecated-zone | US/Eastern',
      'deprecated-zone | Asia/Calcutta',
    ]);
    const [unknown, old] = checkReferences(documentOf(head + text));
    expect(unknown?.message).toContain('Did you mean "Europe/Athens"?');
    expect(old?.help).toBe('Write America/New_York.');
  });

  test.each(['Europe/Athens', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Nuuk', 'UTC', 'Etc/UTC'])(
    '%s is a name in use',
    (zone) => {
      expect(checkReferences(documentOf(`directory: 1\nid: d\ntimeZone: ${zone}\n`))).toEqual([]);
    },
  );
});

describe('queues', () => {
  const queue = (id: string, ...targets: readonly string[]) =>
    `  ${id}: {calendar: office, overflow: [${targets.map((to) => `{to: ${to}}`).join(', ')}]}\n`;

  test('a queue without a calendar is told at its name', async () => {
    expect(await findingsOf('queues: {cards: {}}\n')).toEqual(['queue-without-calendar | cards']);
  });

  test('each loop of overflows is told once, with the way round', () => {
    const text = `${head}${office}queues:\n${queue('a', 'b', 'c')}${queue('b', 'c')}${queue('c', 'a')}${queue('d', 'd')}`;
    const findings = checkReferences(documentOf(text));
    expect(findings.map(({ ruleId, at }) => [ruleId, underlined(text, at)])).toEqual([
      ['overflow-loop', 'a'],
      ['overflow-loop', 'd'],
    ]);
    expect(findings[0]?.message).toContain('a → b → c → a.');
    expect(findings[1]?.message).toContain('overflows into itself');
  });

  test('chains that meet are no loop', async () => {
    const body = `${office}queues:\n${queue('a', 'b', 'c')}${queue('b', 'd')}${queue('c', 'd')}${queue('d')}`;
    expect(await findingsOf(body)).toEqual([]);
  });

  test('a chain of thirty thousand queues is walked without recursion', () => {
    const count = 30_000;
    const queues = Array.from({ length: count }, (_, index) => [
      `q${index}`,
      { calendar: 'office', overflow: [{ to: `q${(index + 1) % count}` }] },
    ]);
    const document = documentOf(
      JSON.stringify({
        directory: 1,
        id: 'd',
        timeZone: 'UTC',
        calendars: { office: { hours: '24/7' } },
        queues: Object.fromEntries(queues) as unknown,
      }),
    );
    const findings = checkReferences(document);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['overflow-loop']);
    expect(findings[0]?.message).toContain('q5 → … (29994 more) → q0');
  });

  test('a step of an overflow chain that comes no later than the one before is told', async () => {
    const chain = '{to: b, after: 2m}, {to: c, after: 60s}, {to: b, after: 5m}';
    expect(
      await findingsOf(
        `${office}queues: {a: {calendar: office, overflow: [${chain}]}, b: {calendar: office}, c: {calendar: office}}\n`,
      ),
    ).toEqual(['overflow-order | 60s']);
  });
});

describe('staffing', () => {
  const queues = `${office}queues:
  cards: {calendar: office, skills: [cards, loans], languages: [el, en-GB], sites: [athens]}
  general: {calendar: office}
sites: {athens: {}, manila: {}}
`;

  test('says nothing where no staffing is given', async () => {
    expect(await findingsOf(queues)).toEqual([]);
  });

  test('a skill and a language that nobody has are told at their names', async () => {
    expect(
      await findingsOf(
        `${queues}staffing: [{skill: cards, language: en, hours: "24/7", heads: 3}, {queue: general, hours: "24/7", heads: 1}]\n`,
      ),
    ).toEqual(['unstaffed-queue | loans', 'unstaffed-queue | el']);
  });

  test('people of another site, and nobody at all, serve no queue', async () => {
    expect(
      await findingsOf(
        `${queues}staffing: [{skill: cards, site: manila, hours: "24/7", heads: 3}, {queue: general, hours: "24/7", heads: 0}]\n`,
      ),
    ).toEqual(['unstaffed-queue | cards', 'unstaffed-queue | general']);
  });

  test('a skill or a language that no queue asks for is told, with the one that was meant', () => {
    const text = `${head}${queues.replace('general: {calendar: office}', 'general: {calendar: office, languages: [en]}')}staffing:
  - {hours: "24/7", heads: 9}
  - {skill: card, hours: "24/7", heads: 3}
  - {queue: cards, skill: sales, language: ja, hours: "24/7", heads: 2}
  - {language: zh, hours: "24/7", heads: 2}
`;
    const findings = checkReferences(documentOf(text));
    expect(findings.map(({ ruleId, at }) => `${ruleId} | ${underlined(text, at)}`)).toEqual([
      'unasked-staffing | card',
      'unasked-staffing | sales',
      'unasked-staffing | ja',
      'unasked-staffing | zh',
    ]);
    expect(findings[0]?.message).toContain('Did you mean "cards"?');
  });
});

describe('hours', () => {
  const calendar = (fields: string) => `calendars: {office: {${fields}}}\n`;

  test.each([
    ['hours: "Mo-Fr 08:00-"', 'invalid-hours | "Mo-Fr 08:00-"'],
    ['hours: "office hours"', 'invalid-hours | "office hours"'],
    ['hours: "Mo-Fr 08:00-20:00; PH off"', 'invalid-hours | "Mo-Fr 08:00-20:00; PH off"'],
    ['hours: "24/7; SH off", holidays: {country: US}', 'invalid-hours | "24/7; SH off"'],
    ['hours: "Mo-Fr 9am-5pm"', 'unclear-hours | "Mo-Fr 9am-5pm"'],
    ['hours: "10:00+"', 'unclear-hours | "10:00+"'],
    ['hours: "sunrise-18:00"', 'unclear-hours | "sunrise-18:00"'],
    ['hours: "off"', 'empty-hours | "off"'],
    ['hours: "24/7 off"', 'impossible-hours | "24/7 off"'],
    ['hours: "2015 Mo-Fr 08:00-12:00"', 'impossible-hours | "2015 Mo-Fr 08:00-12:00"'],
    [
      'hours: "24/7", exceptions: [{date: 2026-12-24, hours: "Mo 08:00-12:00"}]',
      'impossible-hours | "Mo 08:00-12:00"',
    ],
    ['hours: "24/7", exceptions: [{date: 2026-12-24, hours: "noon"}]', 'invalid-hours | "noon"'],
    [
      'hours: "24/7", exceptions: [{date: 2026-12-24, hours: "18:00-02:00"}]',
      'cut-at-midnight | "18:00-02:00"',
    ],
    [
      'hours: "24/7", exceptions: [{from: 2026-12-24, to: 2026-12-26, hours: "off"}, {date: 2026-12-25, hours: "closed"}]',
      'overlapping-exceptions | {date: 2026-12-25, hours: "closed"}',
    ],
    ['hours: "24/7", holidays: {country: PH}', 'unknown-country | PH'],
    ['hours: "24/7", holidays: {country: GB}', 'region-needed | GB'],
    ['hours: "24/7", holidays: {country: DE, region: DE-XX}', 'unknown-region | DE-XX'],
  ])('%s', async (fields, expected) => {
    expect(await findingsOf(calendar(fields))).toEqual([expected]);
  });

  test('the reason is told in words, and nothing is written to the console', async () => {
    const text = `${head}calendars: {a: {hours: "Mo-Fr 08:00-"}, b: {hours: "PH off", holidays: {country: ZZ}}}\n`;
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...parts: unknown[]) => said.push(parts);
    try {
      const messages = (await checkDirectory(documentOf(text))).map(({ message }) => message);
      expect(messages).toEqual([
        `The hours of "a" can't be read, so they count as closed at all times: at the end of "Mo-Fr 08:00-": Time range does not continue as expected.`,
        `No public holidays are known for the country "ZZ", so the hours of "b", which name them, can't be read, and it counts as closed.`,
      ]);
    } finally {
      console.error = error;
    }
    expect(said).toEqual([]);
  });

  test('hours of staffing are checked too', async () => {
    expect(
      await findingsOf(
        'staffing: [{hours: "Mo 08:00-", heads: 1}, {hours: "PH off", heads: 1}, {hours: "off", heads: 1}]\n',
      ),
    ).toEqual(['invalid-hours | "Mo 08:00-"', 'invalid-hours | "PH off"']);
  });

  test('what needs no reading of hours is the cheap part alone', async () => {
    const document = documentOf(`${head}calendars: {a: {hours: "noon"}}\nqueues: {q: {}}\n`);
    expect(checkReferences(document).map(({ ruleId }) => ruleId)).toEqual([
      'queue-without-calendar',
    ]);
    expect((await checkDirectory(document)).map(({ ruleId }) => ruleId)).toEqual([
      'invalid-hours',
      'queue-without-calendar',
    ]);
  });
});
