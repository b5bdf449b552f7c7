import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { menuAudio } from '../../src/prompt/menu-audio.ts';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import { designMenu } from '../../src/design/design-menu.ts';
import { designScript } from '../../src/design/design-script.ts';
import type { Design, DesignedMenu } from '../../src/design/design.ts';
import { parseReasons } from '../../src/design/parse-reasons.ts';
import type { ReasonTable } from '../../src/design/wanted-reason.ts';
import { writeNativeScript } from '../../src/export/native.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import type { Script } from '../../src/script/script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';

function tableFrom(text: string): ReasonTable {
  const { table, findings } = parseReasons({ path: 'reasons.csv', text });
  if (table === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return table;
}

/** The script as a user has it: written, and read again. */
function written(design: Design): ScriptDocument {
  const text = writeNativeScript(designScript(design, 'line'), 'yaml');
  const { document, findings } = parseScript({ path: 'line.ivr.yaml', text });
  expect(findings).toEqual([]);
  if (document === undefined) throw new Error('it can’t be read');
  return document;
}

/** Seconds a call as the caller-time model tells them of the written prompts, without the design's help. */
function secondsOf(script: Script, design: Design): number {
  const { press, entry } = defaultCallerTimeModel;
  let seconds = 0;
  for (const language of design.languages) {
    const callsFor = (menu: DesignedMenu): number =>
      menu.options.reduce((sum, option) => {
        const own =
          option.leadsTo === 'menu'
            ? callsFor(option.menu)
            : (option.reason.texts.find((text) => text.language === language)?.calls ?? 0);
        return sum + own;
      }, 0);
    const walk = (menu: DesignedMenu, id: string): void => {
      const node = (script.nodes as Record<string, Script['nodes'][keyof Script['nodes']]>)[id];
      if (node?.kind !== 'menu') throw new Error(`no menu ${id}`);
      const audio = menuAudio(script, node, language, defaultCallerTimeModel);
      let heard = audio.header + entry;
      menu.options.forEach((option, index) => {
        heard += audio.options[index] ?? 0;
        const calls =
          option.leadsTo === 'menu' ? callsFor(option.menu) : callsFor({ options: [option] });
        seconds += calls * (heard + press);
        if (option.leadsTo === 'menu') walk(option.menu, node.options[index]?.to ?? '');
      });
      if (id !== 'main') return;
      const rest = design.leftOut.reduce(
        (sum, one) => sum + (one.texts.find((text) => text.language === language)?.calls ?? 0),
        0,
      );
      seconds += rest * (heard + (audio.options.at(-1) ?? 0) + press);
    };
    walk(design.menu, 'main');
  }
  return seconds / design.calls;
}

const things =
  'cards loans balance transfers insurance hours complaints orders bills repairs'.split(' ');
const anyTable = fc
  .record({
    rows: fc.array(
      fc.tuple(fc.constantFrom(...things), fc.nat(500), fc.constantFrom('', 'Money', 'Help')),
      {
        minLength: 2,
        maxLength: 9,
      },
    ),
    speaks: fc.constantFrom(['en'], ['en', 'de'], ['zh', 'es'], ['el']),
  })
  .map(({ rows, speaks }) =>
    [
      'reason,label,volume,group,language',
      ...rows.flatMap(([thing, volume, group], index) =>
        speaks.map((language) =>
          [`r${index}`, `${thing} ${'abcdefghij'[index]}`, volume + 1, group, language].join(','),
        ),
      ),
    ].join('\n'),
  );

describe('a designed menu', () => {
  test('offers its reasons in the order of the table where that is to be kept', () => {
    const table = tableFrom(
      `reason,label,volume
a,apples,10
b,bananas,500
c,cherries,3
d,dates,40
e,eggs,400
f,figs,7
g,grapes,90
`,
    );
    const offered = (menu: DesignedMenu): readonly string[] =>
      menu.options.flatMap((option) =>
        option.leadsTo === 'menu' ? offered(option.menu) : [option.reason.reason],
      );
    const [free, kept] = [{}, { keepOrder: true }].map((order) =>
      designMenu(table, { width: 3, ...order }),
    );
    expect(kept && offered(kept.menu)).toEqual('abcdefg'.split(''));
    expect(kept).toMatchObject({ isOptimal: true, keepsOrder: true });
    expect(kept?.secondsPerCall).toBeGreaterThan(free?.secondsPerCall ?? Infinity);
    for (const wrong of [{ share: 0.8 }, { pins: [{ reason: 'a', key: undefined }] }])
      expect(() => designMenu(table, { keepOrder: true, ...wrong })).toThrow('order of the table');
    const grouped = tableFrom('reason,label,volume,group\na,apples,1,Fruit\nb,beans,1,\n');
    expect(() => designMenu(grouped, { keepOrder: true })).toThrow('may share menus');
    expect(designMenu(grouped, { keepOrder: true, groups: 'any' }).isOptimal).toBe(true);
  });

  test('takes the seconds that are told of it, by the prompts that are written', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.constantFrom(2, 3, 5, 9),
        fc.constantFrom(1, 0.7),
        fc.constantFrom('any' as const, undefined),
        (text, width, share, groups) => {
          // Deep menus are an error of their own.
          const depth = 4;
          const table = tableFrom(text);
          let design: Design;
          try {
            design = designMenu(table, { width, depth, share, groups });
          } catch (error) {
            // Groups that must be kept may not fit narrow menus.
            expect(error).toMatchObject({ code: 'usage' });
            return;
          }
          const document = written(design);
          const worst = lintScript(document).filter(({ severity }) => severity === 'error');
          expect(worst.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
          expect(secondsOf(document.script, design)).toBeCloseTo(design.secondsPerCall, 6);
          expect(design.bound).toBeLessThanOrEqual(design.secondsPerCall + 1e-9);
        },
      ),
      { numRuns: 30 },
    );
  });
});
