import { expect } from '@jest/globals';
import { applyEdits } from '../../src/advice/apply-edits.ts';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { callerTime } from '../../src/advice/caller-time.ts';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import { changeKinds, type Change, type ChangeKind } from '../../src/advice/change.ts';
import { demandOf } from '../../src/advice/demand.ts';
import { groundOf, type Ground } from '../../src/advice/ground.ts';
import { proposeAll } from '../../src/advice/kinds/index.ts';
import type { Proposal, Proposed } from '../../src/advice/kinds/proposal.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import type { Source } from '../../src/source/source.ts';
import { replayOf } from './replay-of.ts';
import type { WrittenTree } from './written-tree.ts';

/** Without pauses, which come and go with the number of options, the identities are exact. */
export const exactModel = { ...defaultCallerTimeModel, pause: 0 };

/** The ground of a tree under its own callers. */
export function groundIn({ text, path, choices }: WrittenTree, model = exactModel): Ground {
  const { document, findings } = parseScript({ path, text });
  if (document === undefined) throw new Error(findings[0]?.message);
  const flow = buildCallFlow(document.script);
  const calls = (choices['main'] ?? []).reduce((sum, times) => sum + times, 0);
  const happened = Object.fromEntries(
    Object.entries(choices).map(([menu, own]) => [menu, { choices: own }]),
  );
  const hello = { taken: { next: calls } };
  const demand = demandOf(flow, replayOf(flow, calls, { hello, ...happened }));
  return groundOf(flow, demand, model, { width: 9, depth: 4 });
}

/** What can be made of a ground, each with what its identity says. */
export function madeOn(
  ground: Ground,
  kinds: readonly ChangeKind[] = changeKinds,
): readonly { readonly proposal: Proposal; readonly made: Proposed }[] {
  return proposeAll(ground, new Set(kinds)).flatMap((proposal) => {
    const made = proposal.make();
    return made === undefined || !kinds.includes(made.change.about.kind)
      ? []
      : [{ proposal, made }];
  });
}

/** Holds a proposal's identity to the difference of the full model, to a billionth of a second. */
export function expectExact(ground: Ground, proposal: Proposal, made: Proposed): void {
  const { flow, demand, model } = ground;
  const script = applyEdits(flow.script, made.change.edits);
  if (script === undefined) throw new Error(`can't apply: ${made.change.summary}`);
  const before = callerTime(flow.script, demand, model).secondsPerCall ?? NaN;
  const after = callerTime(script, made.demand, model).secondsPerCall ?? NaN;
  const { kind } = made.change.about;
  expect([kind, before - after]).toEqual([kind, expect.closeTo(proposal.saving, 9)]);
}

/** Comments without the numbers that keys have. */
const commentsOf = (text: string): readonly string[] => (text.match(/# .*/g) ?? []).toSorted();

/**
 * Holds the changed text to the changed value, and its comments to those that there were unless something
 * goes. False where the text can't be changed in place, which must be told with the place.
 */
export function expectWritten(source: Source, ground: Ground, change: Change): boolean {
  try {
    const { text } = applyToSource(source, [{ change }]);
    const script = parseScript({ ...source, text }).document?.script;
    expect(script).toEqual(applyEdits(ground.flow.script, change.edits));
    const lost = change.edits.some(({ edit }) => edit.startsWith('remove'));
    if (!lost) expect(commentsOf(text)).toEqual(commentsOf(source.text));
    else expect(commentsOf(source.text)).toEqual(expect.arrayContaining([...commentsOf(text)]));
    return true;
  } catch (error) {
    if (!(error instanceof IvrError)) throw error;
    expect(error).toMatchObject({ code: 'cannot-edit' });
    expect(error.place).toBeDefined();
    return false;
  }
}
