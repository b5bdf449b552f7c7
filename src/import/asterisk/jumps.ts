import { nameFrom, type NodeId } from '../../script/names.ts';
import type { ConfText } from '../../source/conf-file.ts';
import type { Way } from './block.ts';
import { partsOf } from './conf-part.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { isPattern, takesAnything } from './extension-pattern.ts';
import type { FindExtension, FoundExtension } from './find-extension.ts';
import type { Frame } from './frame.ts';
import type { Jump } from './step-call.ts';
import { somethingElse, substitute, type LookUp } from './substitute.ts';

/** A variable that is taken to have this text. */
export type Assumed = { readonly name: string; readonly text: string } | undefined;

/** Extensions with a meaning of their own: no caller dials them. */
export const specialExtensions = new Set(['s', 'i', 't', 'T', 'h', 'e', 'o', 'a', 'fax', 'talk']);

/** A branch on what was dialled has no more cases than this. */
const mostCases = 60;

/** Finds where jumps lead. */
export interface Jumps {
  readonly to: (
    target: ConfText,
    from: Step,
    frame: Frame | undefined,
    assumed: Assumed,
    lookUp: LookUp,
  ) => Jump;
  /** `t`, `i` or another of a context, or `e` in its place. */
  readonly special: (context: string, frame: Frame | undefined, name: 't' | 'i') => Way;
  readonly subroutine: (
    target: ConfText | undefined,
    macro: string | undefined,
    from: Step,
    lookUp: LookUp,
  ) => Step | undefined;
  /** Targets that aren't there, with what was written. */
  readonly missing: () => ReadonlyMap<NodeId, string>;
}

interface Target {
  readonly context: string | undefined;
  readonly extension: string | undefined;
  readonly priority: string | undefined;
}

export function createJumps(
  dialplan: Dialplan,
  find: FindExtension,
  pointAt: (step: Step, frame: Frame | undefined, assumed: Assumed) => NodeId,
): Jumps {
  const missing = new Map<NodeId, string>();

  const missingWay = (context: string, extension: string, priority: string): NodeId => {
    const written = `${context},${extension},${priority}`;
    const tail = priority === '1' ? '' : `-${priority}`;
    const id = `!${nameFrom(`${context}-${extension}${tail}`, 'missing')}` as NodeId;
    missing.set(id, written);
    return id;
  };

  const stepIn = ({ extension }: FoundExtension, priority: string): Step | undefined => {
    const number = /^\d{1,9}$/.test(priority) ? Number(priority) : extension.labels.get(priority);
    return number === undefined ? undefined : extension.steps.get(number);
  };

  const special: Jumps['special'] = (context, frame, name) => {
    const found = find(context, name) ?? find(context, 'e');
    const step = found?.extension.steps.get(1);
    return step === undefined ? undefined : pointAt(step, frame, undefined);
  };

  /** Where a call goes that is sent to an extension. */
  const wayTo = (
    context: string,
    extension: string,
    priority: string,
    frame: Frame | undefined,
    assumed: Assumed,
  ): Way => {
    const found = find(context, extension);
    if (found === undefined) {
      // A context that is there sends what it doesn't know to `i`.
      const invalid = dialplan.contexts.has(context) ? special(context, frame, 'i') : undefined;
      return invalid ?? missingWay(context, extension, priority);
    }
    const step = stepIn(found, priority);
    if (step === undefined) return missingWay(context, extension, priority);
    const isByPattern = isPattern(found.extension.name);
    return pointAt(step, frame, isByPattern ? { name: 'EXTEN', text: extension } : assumed);
  };

  const partsIn = (target: ConfText): readonly ConfText[] =>
    partsOf(target, target.text.includes(',') ? ',' : '|', 3);

  const targetOf = (target: ConfText, from: Step, lookUp: LookUp): Target => {
    const texts = partsIn(target).map(({ text }) => {
      const known = substitute(text, lookUp);
      return known?.includes(somethingElse) === true ? undefined : known?.trim();
    });
    const [priority, extension, context] = texts.toReversed();
    const count = texts.length;
    return {
      context: count >= 3 ? context : from.context,
      extension: count >= 2 ? extension : from.extension,
      priority,
    };
  };

  const among = (
    context: string,
    frame: Frame | undefined,
  ): {
    readonly cases: readonly { readonly name: string; readonly way: Way }[];
    readonly otherwise: Way;
  } => {
    const known = dialplan.contexts.get(context);
    if (known === undefined) return { cases: [], otherwise: undefined };
    const names = [...known.extensions.keys()].filter(
      (name) => !isPattern(name) && !specialExtensions.has(name),
    );
    const anything = known.patterns.find(({ name }) => takesAnything(name));
    const catches = anything?.steps.get(1);
    return {
      cases: names
        .slice(0, mostCases)
        .map((name) => ({ name, way: wayTo(context, name, '1', frame, undefined) })),
      otherwise:
        catches === undefined ? special(context, frame, 'i') : pointAt(catches, frame, undefined),
    };
  };

  return {
    special,
    missing: () => missing,
    to(target, from, frame, assumed, lookUp) {
      const at = { start: target.start, end: target.end };
      const { context, extension, priority } = targetOf(target, from, lookUp);
      if (context !== undefined && extension !== undefined && priority !== undefined) {
        const isOwn = context === from.context && extension === from.extension;
        const own = dialplan.contexts.get(from.context)?.extensions.get(from.extension);
        if (isOwn && own !== undefined) {
          const number = /^\d{1,9}$/.test(priority) ? Number(priority) : own.labels.get(priority);
          const step = number === undefined ? undefined : own.steps.get(number);
          if (step !== undefined) return { kind: 'known', way: pointAt(step, frame, assumed), at };
        }
        return { kind: 'known', way: wayTo(context, extension, priority, frame, assumed), at };
      }
      const parts = partsIn(target);
      const isWhole = context !== undefined && priority === '1' && parts.length >= 2;
      const ways = isWhole ? among(context, frame) : { cases: [], otherwise: undefined };
      const written = parts.at(-2)?.text ?? target.text;
      return {
        kind: 'unknown',
        text: target.text,
        at,
        among: ways.cases,
        otherwise: ways.otherwise,
        variable: /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(written)?.[1],
      };
    },
    subroutine(target, macro, from, lookUp) {
      if (macro !== undefined) return find(`macro-${macro}`, 's')?.extension.steps.get(1);
      if (target === undefined) return undefined;
      const { context, extension, priority } = targetOf(target, from, lookUp);
      if (context === undefined || extension === undefined || priority === undefined)
        return undefined;
      const found = find(context, extension);
      return found === undefined ? undefined : stepIn(found, priority);
    },
  };
}
