import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/advice/apply-edits.ts';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { callerTime } from '../../src/advice/caller-time.ts';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import { changeKinds } from '../../src/advice/change.ts';
import { demandOf } from '../../src/advice/demand.ts';
import { groundOf, type Ground } from '../../src/advice/ground.ts';
import { proposeAll } from '../../src/advice/kinds/index.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { replayOf } from '../support/replay-of.ts';
import { writtenTrees, type WrittenTree } from '../support/written-tree.ts';

/** Without pauses, which come and go with the number of options, the identities are exact. */
const exact = { ...defaultCallerTimeModel, pause: 0 };

function groundIn({ text, path, choices }: WrittenTree, model = exact): Ground {
  const { document, findings } = parseScript({ path, text });
  if (document === undefined) throw new Error(findings[0]?.message);
  const flow = buildCallFlow(document.script);
  const happened = Object.fromEntries(
    Object.entries(choices).map(([menu, own]) => [menu, { choices: own }]),
  );
  const calls = (choices['main'] ?? []).reduce((sum, times) => sum + times, 0);
  const demand = demandOf(flow, replayOf(flow, calls, happened));
  return groundOf(flow, demand, model, { width: 9, depth: 4 });
}

const all = new Set(changeKinds);

/** Comments without the numbers that keys have. */
const commentsOf = (text: string): readonly string[] => (text.match(/# .*/g) ?? []).toSorted();

describe('every kind of change, on any menu', () => {
  test('saves what its identity says, to a billionth of a second', () => {
    fc.assert(
      fc.property(writtenTrees, fc.constantFrom(0, 0.3, 1), (tree, fullListenShare) => {
        const model = { ...exact, fullListenShare };
        const ground = groundIn(tree, model);
        const before = callerTime(ground.flow.script, ground.demand, model).secondsPerCall ?? NaN;
        for (const proposal of proposeAll(ground, all)) {
          const made = proposal.make();
          if (made === undefined) continue;
          const script = applyEdits(ground.flow.script, made.change.edits);
          if (script === undefined) throw new Error(`can't apply: ${made.change.summary}`);
          const after = callerTime(script, made.demand, model).secondsPerCall ?? NaN;
          expect([made.change.about.kind, before - after]).toEqual([
            made.change.about.kind,
            expect.closeTo(proposal.saving, 9),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads the same from the changed text as from the changed value, comments kept', () => {
    const made = new Set<string>();
    fc.assert(
      fc.property(writtenTrees, (tree) => {
        const ground = groundIn(tree);
        const tried = new Set<string>();
        for (const proposal of proposeAll(ground, all)) {
          const change = proposal.make()?.change;
          if (change === undefined || tried.has(change.about.kind)) continue;
          tried.add(change.about.kind);
          try {
            // It reads the result back, and throws where that isn't the changed value.
            const { text } = applyToSource(tree, [{ change }]);
            made.add(change.about.kind);
            const script = parseScript({ ...tree, text }).document?.script;
            expect(script?.nodes).toEqual(applyEdits(ground.flow.script, change.edits)?.nodes);
            const lost = change.edits.some(({ edit }) => edit.startsWith('remove'));
            if (!lost) expect(commentsOf(text)).toEqual(commentsOf(tree.text));
          } catch (error) {
            if (!(error instanceof IvrError)) throw error;
            expect(error).toMatchObject({ code: 'cannot-edit' });
            expect(error.place).toBeDefined();
          }
        }
      }),
      { numRuns: 25 },
    );
    expect([...made].sort()).toEqual(
      expect.arrayContaining(['duplicate', 'flatten', 'group', 'merge', 'promote', 'reorder']),
    );
  });
});
