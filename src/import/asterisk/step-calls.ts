import type { Source } from '../../source/source.ts';
import type { Extent } from '../../source/tree.ts';
import type { Way } from './block.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { withVariable, type Environment } from './environment.ts';
import { createFrames } from './frame.ts';
import type { Jumps } from './jumps.ts';
import type { KeySets } from './key-sets.ts';
import { comparedKeys, createLookUps } from './known-variables.ts';
import { createLoops } from './loops.ts';
import type { Point, Points } from './points.ts';
import { quotedAbove } from './quoted-above.ts';
import { splitArguments } from './split-arguments.ts';
import type { StepCall } from './step-call.ts';
import { somethingElse, substitute, type LookUp } from './substitute.ts';

/** What the ways of a call are found with. */
export interface StepSurroundings {
  readonly dialplan: Dialplan;
  readonly source: Source;
  readonly points: Points;
  readonly jumps: Jumps;
  readonly keySets: KeySets;
  readonly note: (message: string, at: Extent) => void;
}

/** A text with its variables filled in; nothing where it is empty or unknown. */
function filled(text: string | undefined, lookUp: LookUp): string | undefined {
  const known = text === undefined || text === '' ? undefined : substitute(text, lookUp);
  return known === undefined || known === '' || known.includes(somethingElse) ? undefined : known;
}

/** Makes what mappers are given: one run of an application, at a point, with what is known there. */
export function createStepCalls({
  dialplan,
  source,
  points: { pointAt, isFull },
  jumps,
  keySets,
  note,
}: StepSurroundings): (point: Point, environment: Environment) => StepCall {
  const frames = createFrames();
  const loops = createLoops(dialplan);
  const lookUps = createLookUps(dialplan);
  const stepsBeside = (step: Step) =>
    dialplan.contexts.get(step.context)?.extensions.get(step.extension)?.steps;

  /** Where a call goes behind a step that is the last of its extension. */
  const afterLast = ({ step, frame, assumed }: Point): Way => {
    if (frame?.kind === 'macro') return frame.back;
    return dialplan.endsByItself ? undefined : pointAt(step, frame, assumed, { isEnd: true });
  };
  const wayTo = (point: Point, priority: number): Way => {
    const next = stepsBeside(point.step)?.get(priority);
    return next === undefined ? afterLast(point) : pointAt(next, point.frame, point.assumed);
  };

  return (point, environment) => {
    const { step, frame, assumed, inline } = point;
    const whole = inline?.given ?? step.arguments;
    const given = splitArguments(whole);
    const lookUp = lookUps(point, environment, 'now');
    const lookUpFirst = lookUps(point, environment, 'at first');
    const written = stepsBeside(step)?.get(step.priority + 1);
    const next = wayTo(point, step.priority + 1);
    const nextWith = (name: string, text: string): Way =>
      written === undefined ? next : pointAt(written, frame, { name, text });
    const asksFor = (name: string): boolean =>
      written?.arguments.text.includes(`\${${name}}`) === true;
    return {
      step,
      application: (inline?.application ?? step.application).toLowerCase(),
      whole,
      given,
      environment,
      lookUp,
      isFilled: (name) => environment.get(name)?.isFilled === true,
      text: (position) => filled(given[position]?.text, lookUp),
      firstText: (position) => filled(given[position]?.text, lookUpFirst),
      next,
      hasNext: written !== undefined,
      quoted: quotedAbove(source, step.at.start),
      jump: (target) => jumps.to(target, point, lookUp),
      inline: (application, args, branch) =>
        pointAt(step, frame, assumed, { inline: { application, given: args }, branch }),
      timeout: jumps.special(step.context, frame, 't'),
      keys: (context) => keySets.at(context ?? step.context, frame),
      enter: (called, args) => {
        const to = jumps.subroutine(called, step, lookUp);
        if (to === undefined || isFull()) return 'unknown';
        const entered = frames.enter({
          kind: called.kind,
          back: next,
          given: args.map(({ text }) => substitute(text, lookUp)),
          began: to.index,
          around: frame,
        });
        return entered === undefined ? 'unknown' : pointAt(to, entered, undefined);
      },
      back: frame?.back,
      loop: (end) => {
        const loop = loops(step);
        if (loop === undefined) return next;
        return wayTo(point, end === 'begin' ? loop.begin : loop.end + 1);
      },
      nextWith,
      nextAfter: (name, text) => (asksFor(name) ? nextWith(name, text) : next),
      comparedKeys: (name, most) => comparedKeys(stepsBeside(step), step.priority, name, most),
      withoutVariable: (name) => withVariable(environment, name, undefined),
      note,
    };
  };
}
