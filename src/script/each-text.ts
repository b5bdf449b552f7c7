import type { Path } from '../source/tree.ts';
import type { Script } from './script.ts';

/** A text of a script, and where it stands. */
export interface TextIn {
  readonly text: string;
  /** The name of the closest field that it stands in. */
  readonly field: string;
  /** The way to it, as long as it is shown; made when asked for, since most texts are only looked at. */
  readonly path: () => Path;
}

/** A value whose parts are being gone through. */
interface Level {
  readonly value: Readonly<Record<string, unknown>>;
  /** The names of its fields; nothing for a list. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly field: string;
  /** The position of the part that comes next. */
  next: number;
}

function levelOf(value: object, field: string): Level {
  const names = Array.isArray(value) ? undefined : Object.keys(value);
  const length = names?.length ?? (value as readonly unknown[]).length;
  return { value: value as Level['value'], names, length, field, next: 0 };
}

/** The way to the part that a walk has come to. */
const pathOf = (levels: readonly Level[]): Path =>
  levels.map(({ names, next }) => names?.[next - 1] ?? next - 1);

/**
 * Shows every text that stands anywhere in a script, also in what an import kept of a vendor's file, in
 * the order of the script. Goes through the values without recursion, however deep they are.
 */
export function eachText(script: Script, show: (text: TextIn) => void): void {
  const levels: Level[] = [levelOf(script, '')];
  const path = () => pathOf(levels);
  for (let here = levels.at(-1); here !== undefined; here = levels.at(-1)) {
    if (here.next === here.length) {
      levels.pop();
      continue;
    }
    const name = here.names?.[here.next];
    const part = here.value[name ?? here.next];
    const field = name ?? here.field;
    here.next += 1;
    if (typeof part === 'string') show({ text: part, field, path });
    else if (typeof part === 'object' && part !== null) levels.push(levelOf(part, field));
  }
}
