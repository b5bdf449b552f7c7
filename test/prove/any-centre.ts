import fc from 'fast-check';
import { directorySchema } from '../../src/routing/schema.ts';
import { scriptSchema } from '../../src/script/schema.ts';

/** A small script and a directory beside it. */
export interface AnyCentre {
  readonly script: ReturnType<typeof scriptSchema.parse>;
  readonly directory: ReturnType<typeof directorySchema.parse>;
  /** Two weeks, with a change of the clocks in some of them. */
  readonly from: string;
  readonly to: string;
}

const zones = ['Europe/Athens', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'] as const;
const calendars = ['office', 'desk', 'line'] as const;
const queues = ['cards', 'loans', 'general'] as const;
const weeks = [
  ['2026-03-02', '2026-03-16'],
  ['2026-10-19', '2026-11-02'],
  ['2026-03-23', '2026-04-06'],
] as const;

const two = (value: number) => String(value).padStart(2, '0');

const hours = fc
  .record({
    days: fc.constantFrom('Mo-Fr', 'Mo-Su', 'Tu,Th', 'Sa-Su', 'Mo-Sa'),
    from: fc.integer({ min: 0, max: 11 }),
    fromMinute: fc.integer({ min: 0, max: 59 }),
    to: fc.integer({ min: 13, max: 26 }),
  })
  .map(({ days, from, fromMinute, to }) => `${days} ${two(from)}:${two(fromMinute)}-${two(to)}:00`);
const someHours = fc.oneof({ weight: 6, arbitrary: hours }, fc.constantFrom('24/7', 'off'));

const calendar = fc.record(
  { hours: someHours, timeZone: fc.constantFrom(...zones) },
  { requiredKeys: ['hours'] },
);
const language = fc.constantFrom('en', 'el');
const queue = fc.record(
  {
    calendar: fc.constantFrom(...calendars),
    languages: fc.subarray(['en', 'el'], { minLength: 1 }),
    skills: fc.subarray(['a', 'b'], { minLength: 1 }),
    sites: fc.subarray(['north', 'south'], { minLength: 1 }),
    overflow: fc.array(
      fc.record({ to: fc.constantFrom(...queues), after: fc.constantFrom('0s', '1m') }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const staffing = fc.record(
  {
    hours: someHours,
    heads: fc.integer({ min: 0, max: 3 }),
    skill: fc.constantFrom('a', 'b'),
    language,
    site: fc.constantFrom('north', 'south'),
    queue: fc.constantFrom(...queues),
  },
  { requiredKeys: ['hours', 'heads'] },
);

const directory = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    calendars: fc.tuple(calendar, calendar, calendar),
    switched: fc.boolean(),
    queues: fc.tuple(queue, queue, queue),
    staffing: fc.array(staffing, { maxLength: 3 }),
  })
  .map(({ timeZone, calendars: [office, desk, line], switched, queues: made, staffing: people }) =>
    directorySchema.parse({
      directory: 1,
      id: 'd',
      timeZone,
      calendars: { office: switched ? { ...office, emergency: false } : office, desk, line },
      queues: Object.fromEntries(queues.map((id, index) => [id, made[index]])),
      staffing: people,
      sites: { north: { timeZone: 'Asia/Manila' }, south: {} },
      numbers: { repairs: { number: '+302101234567', calendar: 'desk' } },
    }),
  );

const minutes = fc.constantFrom('1m', '2m', '3m');
const say = minutes.map((length) => ({ recording: 'a.wav', length }));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** A node whose ways lead to one of these. */
function anyNode(target: fc.Arbitrary<string>, wild: boolean): fc.Arbitrary<unknown> {
  const retry = fc.record(
    { attempts: fc.integer({ min: 1, max: 2 }), to: target },
    { requiredKeys: ['attempts'] },
  );
  const option = fc.record(
    {
      to: target,
      language,
      set: fc.constantFrom({ purpose: 'x' }, { purpose: 'y' }),
    },
    { requiredKeys: ['to'] },
  );
  const calendarCases = fc
    .uniqueArray(fc.constantFrom('open', 'closed', 'holiday'), { minLength: 1 })
    .chain((words) => fc.tuple(...words.map((when) => target.map((to) => ({ when, to })))));
  const branch = (on: object | string, cases: fc.Arbitrary<unknown>) =>
    fc.record(
      { kind: fc.constant('branch'), on: fc.constant(on), cases, otherwise: target },
      { requiredKeys: ['kind', 'on', 'cases'] },
    );
  const oneCase = (when: string) => target.map((to) => [{ when, to }]);
  const deeds = [
    fc
      .record(
        {
          say,
          options: fc.array(option, { minLength: 1, maxLength: 2 }),
          noInput: retry,
          noMatch: retry,
          bargeIn: fc.boolean(),
          does: wild ? fc.constantFrom(undefined, 'repeat', 'back') : fc.constant(undefined),
        },
        { requiredKeys: ['options', 'noInput', 'noMatch', 'does'] },
      )
      .map(({ options, does, ...menu }) => ({
        kind: 'menu',
        ...menu,
        noInput: { wait: '60s', ...menu.noInput },
        options: [
          ...options.map((one, index) => ({ ...one, key: String(index + 1) })),
          ...(does === undefined ? [] : [{ key: '9', do: does }]),
        ],
      })),
    fc.record({ kind: fc.constant('announcement'), say: optional(say), to: target }),
    fc.record(
      {
        kind: fc.constant('collect'),
        say,
        digits: fc.constant({ min: 2 }),
        to: target,
        noInput: retry,
        noMatch: retry,
      },
      { requiredKeys: ['kind', 'to'] },
    ),
    ...calendars.map((id) => branch({ calendar: id }, calendarCases)),
    branch({ emergency: 'office' }, oneCase('on')),
    branch({ 'queue-status': 'cards' }, calendarCases),
    branch('language', oneCase('el')),
    branch('share', oneCase('50%')),
    branch({ attribute: 'purpose' }, oneCase('x')),
    branch({ attribute: 'tier' }, oneCase('gold')),
    branch({ result: 'look-up' }, oneCase('found')),
    ...(wild ? [branch({ loop: 2 }, oneCase('again'))] : []),
    fc.record(
      {
        kind: fc.constant('task'),
        task: fc.constant('look-up'),
        duration: minutes,
        success: target,
        failure: target,
      },
      { requiredKeys: ['kind', 'task', 'duration', 'success'] },
    ),
    ...[0, 1, 2].map(() =>
      fc.record(
        {
          kind: fc.constant('queue'),
          queue: fc.constantFrom(...queues),
          say,
          closed: target,
          overflow: target.map((to) => ({ to, after: '2m' })),
        },
        { requiredKeys: ['kind', 'queue'] },
      ),
    ),
    fc.record(
      {
        kind: fc.constant('transfer'),
        number: fc.constantFrom('+302107654321'),
        wait: minutes,
        failure: target,
      },
      { requiredKeys: ['kind', 'number', 'wait'] },
    ),
    fc.record(
      { kind: fc.constant('voicemail'), to: optional(target), maxLength: fc.constant('1m') },
      { requiredKeys: ['kind', 'maxLength'] },
    ),
  ];
  return fc.oneof(...deeds);
}

/** Callers come in while the office is open, and hear something then. */
const gate = {
  gate: {
    kind: 'branch',
    on: { calendar: 'office' },
    cases: [{ when: 'open', to: 'welcome' }],
    otherwise: 'told',
  },
  welcome: { kind: 'announcement', say: { recording: 'a.wav', length: '2m' }, to: 'n0' },
  told: { kind: 'hangup', say: 'We are closed.' },
};

/** The first queue keeps the hours of the office, and everybody can answer there. */
function guarded(routing: AnyCentre['directory']): AnyCentre['directory'] {
  const { loans, general } = routing.queues as Record<string, object>;
  return directorySchema.parse({
    ...routing,
    queues: { cards: { calendar: 'office' }, loans, general },
    staffing:
      routing.staffing.length === 0 ? [] : [...routing.staffing, { hours: '24/7', heads: 1 }],
  });
}

/** Scripts of a few nodes: with rounds, or such as only lead on. */
export function anyCentre(wild: boolean, most = 6): fc.Arbitrary<AnyCentre> {
  const nodes = fc.integer({ min: 2, max: most }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) => {
        const later = wild
          ? Array.from({ length: count + 1 }, (__, other) => `n${other}`)
          : Array.from({ length: count - index }, (__, other) => `n${index + other + 1}`);
        return anyNode(fc.constantFrom(...later), wild);
      }),
    ),
  );
  return fc
    .record({ nodes, directory, weeks: fc.constantFrom(...weeks), second: language })
    .map(({ nodes: made, directory: routing, weeks: [from, to], second }) => ({
      script: scriptSchema.parse({
        ivr: 1,
        id: 'any',
        language: 'en',
        entries: [{ start: wild ? 'n0' : 'gate' }, { start: 'n0', language: second }].slice(
          0,
          wild ? 2 : 1,
        ),
        nodes: {
          ...(wild ? {} : gate),
          ...Object.fromEntries(made.map((node, index) => [`n${index}`, node])),
          // Where all that only leads on ends: a queue whose hours were asked for at the gate.
          [`n${made.length}`]: wild
            ? { kind: 'hangup', say: 'Goodbye.' }
            : { kind: 'queue', queue: 'cards' },
        },
      }),
      directory: wild ? routing : guarded(routing),
      from,
      to,
    }));
}
