import type { NodeId } from '../../script/names.ts';
import type { Extent } from '../../source/tree.ts';
import type { Choice, Keys, Way } from './block.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { isPattern, matchesPattern, patternLength, takesAnything } from './extension-pattern.ts';
import { contextsFrom, type FindExtension } from './find-extension.ts';
import type { Point } from './points.ts';
import { specialExtensions } from './special-extensions.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'];

/** Numbers of more digits than this are people's numbers, not choices that a prompt offers. */
const longestChoice = 2;
/** More of them than this are told as one. */
const mostNumbers = 20;

/** What keys are found in, and who is told what the script doesn't say of them. */
export interface KeySources {
  readonly dialplan: Dialplan;
  readonly find: FindExtension;
  readonly note: (message: string, at: Extent) => void;
}

/**
 * The keys that count where a call waits in a context: its extensions and those of the contexts that
 * it includes, in the order in which they stand there. Patterns for one key count for each; a pattern
 * that takes anything is where wrong keys lead.
 */
export function keysOf(
  { dialplan, find, note }: KeySources,
  context: string,
  pointAt: (step: Step, assumed: Point['assumed']) => NodeId,
): Keys {
  const choices = new Map<string, Choice>();
  let invalid: Way;
  let numbers = 0;
  for (const { name: where, extensions, at, includes } of contextsFrom(dialplan, context)) {
    for (const { hours, at: includeAt, context: included } of includes) {
      if (hours !== undefined) {
        note(`The keys of "${included}" count only at ${hours}; here they always do.`, includeAt);
      }
    }
    for (const extension of extensions.values()) {
      const { name } = extension;
      const step = extension.steps.get(1);
      if (step === undefined || specialExtensions.has(name)) continue;
      const add = (key: string | undefined, id: string, assumed: Point['assumed']) => {
        if (choices.has(id)) return;
        choices.set(id, { key, name, way: pointAt(step, assumed), at: extension.at });
      };
      if (!isPattern(name)) {
        if (!/^[0-9*#]{1,8}$/.test(name)) continue;
        if (name.length > longestChoice) {
          numbers += 1;
          if (numbers === mostNumbers + 1) {
            note(
              `"${context}" takes more numbers than are shown; those of "${where}" are left out.`,
              at,
            );
          }
          if (numbers > mostNumbers) continue;
        }
        add(name, name, undefined);
      } else if (takesAnything(name)) {
        invalid ??= pointAt(step, undefined);
      } else if (patternLength(name).least <= 1) {
        for (const key of keys) {
          const isOwn = find(context, key)?.extension === extension;
          if (isOwn && matchesPattern(name, key)) add(key, key, { name: 'EXTEN', text: key });
        }
      } else add(undefined, name, undefined);
    }
  }
  const wrong = find(context, 'i') ?? find(context, 'e');
  const step = wrong?.extension.steps.get(1);
  return {
    choices: [...choices.values()],
    invalid: invalid ?? (step === undefined ? undefined : pointAt(step, undefined)),
  };
}
