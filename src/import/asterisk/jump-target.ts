import type { ConfText } from '../../source/conf-file.ts';
import { partsOf } from './conf-part.ts';
import type { Extension, Step } from './dialplan.ts';
import { somethingElse, substitute, type LookUp } from './substitute.ts';

/** A priority of an extension of a context, by number or by label. */
export interface Target {
  readonly context: string;
  readonly extension: string;
  readonly priority: string;
}

/** A target as far as its parts are known before the call runs. */
export type PartlyKnown = { readonly [Part in keyof Target]: string | undefined };

/** The parts in which a target is written: `[[context,]extension,]priority`. */
export const targetParts = (target: ConfText): readonly ConfText[] =>
  partsOf(target, target.text.includes(',') ? ',' : '|', 3);

/** Reads where a step sends the call: parts that aren't written are its own. */
export function readTarget(target: ConfText, from: Step, lookUp: LookUp): PartlyKnown {
  const texts = targetParts(target).map(({ text }) => {
    const known = substitute(text, lookUp);
    return known?.includes(somethingElse) === true ? undefined : known?.trim();
  });
  const [priority, extension, context] = texts.toReversed();
  return {
    context: texts.length >= 3 ? context : from.context,
    extension: texts.length >= 2 ? extension : from.extension,
    priority,
  };
}

/** A target of which every part is known. */
export function wholeTarget({ context, extension, priority }: PartlyKnown): Target | undefined {
  return context === undefined || extension === undefined || priority === undefined
    ? undefined
    : { context, extension, priority };
}

/** The step of an extension at a priority. */
export function stepAt(
  { labels, steps }: Pick<Extension, 'labels' | 'steps'>,
  priority: string,
): Step | undefined {
  const number = /^\d{1,9}$/.test(priority) ? Number(priority) : labels.get(priority);
  return number === undefined ? undefined : steps.get(number);
}
