import { nameFrom, type NodeId } from '../../script/names.ts';
import type { ConfText } from '../../source/conf-file.ts';
import type { Way } from './block.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { isPattern, takesAnything } from './extension-pattern.ts';
import type { FindExtension } from './find-extension.ts';
import type { Frame } from './frame.ts';
import {
  readTarget,
  stepAt,
  targetParts,
  wholeTarget,
  type PartlyKnown,
  type Target,
} from './jump-target.ts';
import type { Point, PointAt } from './points.ts';
import { specialExtensions } from './special-extensions.ts';
import type { Jump, Subroutine } from './step-call.ts';
import type { LookUp } from './substitute.ts';

/** What runs a step: the subroutine that it is in, and what is taken to be known. */
type Run = Pick<Point, 'frame' | 'assumed'>;

/** A branch on what was dialled has no more cases than this. */
const mostCases = 60;

/** Finds where jumps lead. */
export interface Jumps {
  readonly to: (target: ConfText, from: Run & Pick<Point, 'step'>, lookUp: LookUp) => Jump;
  /** `t` or `i` of a context, or `e` in its place. */
  readonly special: (context: string, frame: Frame | undefined, name: 't' | 'i') => Way;
  /** The step that a subroutine begins with. */
  readonly subroutine: (called: Subroutine, from: Step, lookUp: LookUp) => Step | undefined;
  /** Targets that aren't there, with what was written. */
  readonly missing: () => ReadonlyMap<NodeId, string>;
}

export function createJumps(dialplan: Dialplan, find: FindExtension, pointAt: PointAt): Jumps {
  const missing = new Map<NodeId, string>();

  const missingWay = ({ context, extension, priority }: Target): NodeId => {
    const tail = priority === '1' ? '' : `-${priority}`;
    const id = `!${nameFrom(`${context}-${extension}${tail}`, 'missing')}` as NodeId;
    missing.set(id, `${context},${extension},${priority}`);
    return id;
  };

  const special: Jumps['special'] = (context, frame, name) => {
    const found = find(context, name) ?? find(context, 'e');
    const step = found?.extension.steps.get(1);
    return step === undefined ? undefined : pointAt(step, frame, undefined);
  };

  /** Where a call goes that is sent to an extension. */
  const wayTo = (target: Target, { frame, assumed }: Run): Way => {
    const { context, extension } = target;
    const found = find(context, extension)?.extension;
    if (found === undefined) {
      // A context that is there sends what it doesn't know to `i`.
      const invalid = dialplan.contexts.has(context) ? special(context, frame, 'i') : undefined;
      return invalid ?? missingWay(target);
    }
    const step = stepAt(found, target.priority);
    if (step === undefined) return missingWay(target);
    return pointAt(
      step,
      frame,
      isPattern(found.name) ? { name: 'EXTEN', text: extension } : assumed,
    );
  };

  /** A step beside the one that jumps: nobody dials for it, so it may stand in a pattern. */
  const stepBeside = (from: Step, { context, extension, priority }: Target): Step | undefined => {
    if (context !== from.context || extension !== from.extension) return undefined;
    const own = dialplan.contexts.get(context)?.extensions.get(extension);
    return own === undefined ? undefined : stepAt(own, priority);
  };

  /** The extensions of a context that a call may be sent to, where only it knows which. */
  const anyIn = (
    context: string,
    frame: Frame | undefined,
  ): Pick<Extract<Jump, { kind: 'unknown' }>, 'among' | 'otherwise'> => {
    const known = dialplan.contexts.get(context);
    if (known === undefined) return { among: [], otherwise: undefined };
    const names = [...known.extensions.keys()].filter(
      (name) => !isPattern(name) && !specialExtensions.has(name),
    );
    const anything = known.patterns.find(({ name }) => takesAnything(name));
    const catches = anything?.steps.get(1);
    return {
      among: names.slice(0, mostCases).map((name) => {
        const target = { context, extension: name, priority: '1' };
        return { name, way: wayTo(target, { frame, assumed: undefined }) };
      }),
      otherwise:
        catches === undefined ? special(context, frame, 'i') : pointAt(catches, frame, undefined),
    };
  };

  const unknownJump = (
    target: ConfText,
    { context, priority }: PartlyKnown,
    frame: Frame | undefined,
  ): Jump => {
    const parts = targetParts(target);
    const isWhole = context !== undefined && priority === '1' && parts.length >= 2;
    const written = parts.at(-2)?.text ?? target.text;
    return {
      kind: 'unknown',
      text: target.text,
      at: { start: target.start, end: target.end },
      ...(isWhole ? anyIn(context, frame) : { among: [], otherwise: undefined }),
      variable: /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(written)?.[1],
    };
  };

  return {
    special,
    missing: () => missing,
    to(target, from, lookUp) {
      const read = readTarget(target, from.step, lookUp);
      const whole = wholeTarget(read);
      if (whole === undefined) return unknownJump(target, read, from.frame);
      const beside = stepBeside(from.step, whole);
      const way =
        beside === undefined ? wayTo(whole, from) : pointAt(beside, from.frame, from.assumed);
      return { kind: 'known', way, at: { start: target.start, end: target.end } };
    },
    subroutine(called, from, lookUp) {
      if (called.kind === 'macro') return find(`macro-${called.name}`, 's')?.extension.steps.get(1);
      const target = wholeTarget(readTarget(called.target, from, lookUp));
      const found = target === undefined ? undefined : find(target.context, target.extension);
      return found === undefined || target === undefined
        ? undefined
        : stepAt(found.extension, target.priority);
    },
  };
}
