import { describe, expect, test } from '@jest/globals';
import { formatDrill } from '../../src/routing/drill.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { eachDrill, parseDrill, parseDrills } from '../../src/routing/parse-drill.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  look-up: {kind: task, task: check balance fails, success: again}
  again: {kind: task, task: check balance, success: host}
  host: {kind: task, task: {unknown: $.Lambda}, success: cards}
  cards: {kind: queue, queue: cards, overflow: {after: 2m, to: claims}}
  claims: {kind: transfer, number: "+1 (800) 555-0142", failure: doctor}
  doctor: {kind: transfer, number: "+18005550143", failure: out}
  out: {kind: queue, queue: nowhere-listed}`);

const { document } = parseDirectory({
  path: 'd.yaml',
  text: `directory: 1
id: d
timeZone: UTC
calendars: {office: {hours: 24/7}, night: {hours: 24/7}}
queues: {cards: {sites: [manila], overflow: [{to: general}]}, general: {}}
sites: {athens: {}}
numbers: {claims-line: {number: "+18005550142"}, taxi: {number: "+18005550144"}}
`,
});
const directory = document?.directory;

const refusal = (text: string): string => {
  try {
    parseDrill(text, flow, directory);
  } catch (error) {
    if (error instanceof IvrError) return `${error.code}: ${error.message} ${error.help}`;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a failure drill', () => {
  test.each([
    ['site:manila', { kind: 'site', site: 'manila' }],
    ['site:athens down', { kind: 'site', site: 'athens' }],
    ['queue:cards', { kind: 'queue', queue: 'cards', state: 'full' }],
    ['queue:cards full', { kind: 'queue', queue: 'cards', state: 'full' }],
    [' queue: cards   closed ', { kind: 'queue', queue: 'cards', state: 'closed' }],
    ['queue:nowhere-listed', { kind: 'queue', queue: 'nowhere-listed', state: 'full' }],
    ['task:check balance', { kind: 'task', task: 'check balance' }],
    ['task:check balance fails', { kind: 'task', task: 'check balance' }],
    ['task:check balance fails fails', { kind: 'task', task: 'check balance fails' }],
    ['task:host', { kind: 'task', task: 'host' }],
    ['number:claims-line fails', { kind: 'number', number: 'claims-line' }],
    ['number:doctor', { kind: 'number', number: 'doctor' }],
    ['emergency', { kind: 'emergency' }],
    ['emergency:office', { kind: 'emergency', calendar: 'office' }],
    ['emergency:night on', { kind: 'emergency', calendar: 'night' }],
  ])('is read from %s', (text, drill) => {
    expect(parseDrill(text, flow, directory)).toEqual(drill);
  });

  test('reads again what it is written as', () => {
    for (const drill of [...eachDrill(flow, directory), { kind: 'emergency' } as const])
      expect(parseDrill(formatDrill(drill), flow, directory)).toEqual(drill);
  });

  test('"each" is every single site, queue, task and number, once', () => {
    expect(parseDrills(['each', 'emergency'], flow, directory).map(formatDrill)).toEqual([
      'site:athens',
      'site:manila',
      'queue:cards full',
      'queue:general full',
      'queue:nowhere-listed full',
      'task:check balance fails fails',
      'task:check balance fails',
      'task:host fails',
      'number:claims-line fails',
      'number:taxi fails',
      'number:doctor fails',
      'emergency',
    ]);
  });

  test('for what nobody has tells what was probably meant, and what there is', () => {
    expect(refusal('queue:card full')).toBe(
      'usage: There is no queue "card" that could fail. Did you mean "cards"? The queues are: cards, general, nowhere-listed.',
    );
    expect(refusal('site:constructor')).toContain('There is no site "constructor"');
    expect(refusal('sit:manila')).toContain('"sit:manila" is not a drill. Did you mean "site"?');
    expect(refusal('')).toContain('"" is not a drill.');
    expect(refusal('queue')).toContain('There is no queue ""');
  });

  test('shows no number that is dialled', () => {
    expect(eachDrill(flow, undefined).map(formatDrill).join()).not.toMatch(/555/);
    expect(refusal('number:clams-line')).not.toMatch(/555/);
  });
});
