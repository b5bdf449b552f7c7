import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { printLanguages } from '../../src/print/print-languages.ts';
import { printScript } from '../../src/print/print-script.ts';
import type { PrintedWay, Printout, Reference } from '../../src/print/printout.ts';
import { promptList } from '../../src/print/prompt-list.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { promptsIn } from '../../src/script/prompts-in.ts';
import { anyScript } from '../support/any-script.ts';
import { goodMenus, loadSample } from '../support/sample-menus.ts';
import { flowOf } from '../support/script-of.ts';

const sectionsOf = ({ sections, unreached }: Printout) => [...sections, ...unreached];

/** All ways of a printout with the section that they stand in; 0 for the appendix. */
function waysOf(
  printout: Printout,
): readonly { readonly leads: Reference; readonly from: number }[] {
  const ways = sectionsOf(printout).flatMap(({ number, ways: own }) =>
    own.map(({ leads }: PrintedWay) => ({ leads, from: number })),
  );
  return [...ways, ...printout.errors.map(({ leads }) => ({ leads, from: 0 }))];
}

describe('a menu on paper', () => {
  test('has every node exactly once, and says which ones no call comes to', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const flow = buildCallFlow(script);
        const printout = printScript(flow, { languages: printLanguages(flow) });
        const all = sectionsOf(printout);
        expect(all.map(({ id }) => id).sort()).toEqual(Object.keys(script.nodes).sort());
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
      }),
    );
  });

  test('has every way of every node once: in its section or among the errors', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const flow = buildCallFlow(script);
        const printout = printScript(flow);
        const numbers = new Map(sectionsOf(printout).map(({ id, number }) => [id, number]));
        for (const { id, exits } of flow.nodes) {
          const number = numbers.get(id) ?? 0;
          const section = sectionsOf(printout)[number - 1];
          const errors = printout.errors.filter(({ sections }) => sections.includes(number));
          const wrong = exits.filter(({ trigger }) =>
            errors.some((one) => one.trigger === trigger),
          );
          expect(section?.ways.length).toBe(exits.length - wrong.length);
        }
      }),
    );
  });

  test('refers to sections by their numbers, to those before as such', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const printout = printScript(buildCallFlow(script));
        const all = sectionsOf(printout);
        for (const { leads, from } of waysOf(printout)) {
          if (leads.to !== 'section') continue;
          expect(all[leads.number - 1]?.title).toBe(leads.name);
          expect(leads.isEarlier).toBe(from === 0 || leads.number <= from);
        }
      }),
    );
  });

  test('tells by which second each option has been said, in each language', () => {
    const flow = flowOf(`  main:
    kind: menu
    say: {en: Welcome., el: Καλώς ήρθατε.}
    options:
      - {key: "1", say: {recording: a.wav, length: 2s}, to: a}
      - {key: "2", say: {recording: b.wav, length: {en: 3s, el: 4s}}, to: a}
  a: {kind: hangup}
`);
    const [main] = printScript(flow, { languages: ['en', 'el'] }).sections;
    const [first, second] = main?.ways ?? [];
    const between = [0, 1].map((at) => (second?.saidBy[at] ?? 0) - (first?.saidBy[at] ?? 0));
    expect(between).toEqual([3, 4]);
    expect(main?.seconds.map(({ seconds }) => seconds)).toEqual(second?.saidBy);
  });

  test('tells errors that several menus share once, with all their sections', () => {
    const { flow, directory } = loadSample('northwind-bank');
    const { errors, hours } = printScript(flow, { directory: directory.directory });
    const [first] = errors;
    expect(first).toMatchObject({ number: 'E1', trigger: 'noInput' });
    expect(first?.sections.length).toBeGreaterThan(3);
    expect(hours.find(({ name }) => name === 'loans')?.facts[0]).toContain('Mo-Fr 09:00-18:00');
  });
});

describe('what the directory says', () => {
  test('stands with the numbers of the sections that ask it', () => {
    const flow =
      flowOf(`  main: {kind: menu, options: [{key: "1", to: desk}, {key: "2", to: away}], noInput: {to: later}}
  desk: {kind: queue, queue: desk}
  away: {kind: transfer, number: "+1 202 555 0100"}
  later: {kind: callback, queue: desk}
`);
    const directory = parseDirectory({
      path: 'd.yaml',
      text: `directory: 1
id: d
timeZone: Europe/Athens
calendars: {office: {hours: Mo-Fr 09:00-17:00}}
queues: {desk: {title: Front desk, calendar: office, capacity: 9, overflow: [{to: night, after: 2m}]}, night: {}}
numbers: {clinic: {number: "+12025550100", title: Clinic, calendar: office}}
`,
    }).document?.directory;
    const { hours, sections } = printScript(flow, { directory });
    expect(hours.map(({ name, title, sections: used }) => [name, title, used])).toEqual([
      ['desk', 'Front desk', [2, 4]],
      ['clinic', 'Clinic', [3]],
    ]);
    expect(hours[0]?.facts.join(' ')).toBe(
      'Open Mo-Fr 09:00-17:00 (Europe/Athens). 9 callers can wait. night takes over after 2m.',
    );
    expect(sections[1]?.facts[0]).toBe('Callers wait for the people of Front desk (desk).');
  });
});

describe('the prompts to record', () => {
  const said = (script: Parameters<typeof buildCallFlow>[0]) => promptList(buildCallFlow(script));

  test('are listed once each, with every place that says them', () => {
    for (const name of goodMenus) {
      const { flow } = loadSample(name);
      const list = promptList(flow);
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const places = flow.nodes.flatMap(({ node }) => promptsIn(node)).length;
      expect(new Set(list.flatMap(({ used }) => used)).size).toBeGreaterThanOrEqual(places);
    }
  });

  test('keep their ids when a menu changes elsewhere, and get new ones with new words', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const more = structuredClone(script) as { nodes: Record<string, unknown> } & typeof script;
        more.nodes['aa'] = { kind: 'hangup', say: { text: 'Something else altogether.' } };
        const before = said(script);
        const after = new Map(said(more).map(({ id, text }) => [id, text]));
        for (const { id, text } of before) expect(after.get(id)).toBe(text);
        expect(after.size).toBe(before.length + 1);
      }),
    );
  });

  test('are in the language that an option offers, where they are written for all', () => {
    const flow = flowOf(`  main:
    kind: menu
    options: [{key: "8", say: Για ελληνικά πατήστε 8., language: el, to: main}]
`);
    expect(promptList(flow)).toMatchObject([{ language: 'el', used: ['main key 8'] }]);
  });
});
