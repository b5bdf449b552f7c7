import type { Path } from '../source/tree.ts';
import type { Script } from './script.ts';

/** A text of a script, and where it stands. */
export interface TextIn {
  readonly text: string;
  /** The name of the closest field that it stands in. */
  readonly field: string;
  /** The way to it; made when asked for, since most texts are only looked at. */
  readonly path: () => Path;
}

interface Step {
  readonly value: unknown;
  readonly field: string;
  readonly step: string | number;
  readonly above: Step | undefined;
}

function pathTo(last: Step): Path {
  const steps: (string | number)[] = [];
  for (let here = last; here.above !== undefined; here = here.above) {
    steps.push(here.step);
  }
  return steps.reverse();
}

/**
 * Every text that stands anywhere in a script, also in what an import kept of a vendor's file, in the
 * order of the script. Goes through the values without recursion, however deep they are.
 */
export function textsIn(script: Script): readonly TextIn[] {
  const found: TextIn[] = [];
  const waiting: Step[] = [{ value: script, field: '', step: '', above: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here: Step = next;
    const { value, field } = here;
    if (typeof value === 'string') found.push({ text: value, field, path: () => pathTo(here) });
    if (typeof value !== 'object' || value === null) continue;
    const below = Array.isArray(value)
      ? value.map((item: unknown, index): Step => ({
          value: item,
          field,
          step: index,
          above: here,
        }))
      : Object.entries(value).map(([name, item]: [string, unknown]): Step => ({
          value: item,
          field: name,
          step: name,
          above: here,
        }));
    for (const one of below.reverse()) waiting.push(one);
  }
  return found;
}
