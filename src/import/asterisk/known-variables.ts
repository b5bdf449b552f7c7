import type { Dialplan, Step } from './dialplan.ts';
import type { Environment } from './environment.ts';
import type { Frame } from './frame.ts';
import type { Point } from './points.ts';
import { substitute, type LookUp } from './substitute.ts';

/** Names of variables are shorter. */
const longestName = 80;

/** Variables that a call sets somewhere: a global of that name may be hidden, or changed. */
function namesSet(dialplan: Dialplan): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { application, arguments: given } of dialplan.steps) {
    if (!/^(?:m?set|setvar|setglobalvar|execif|read)$/i.test(application)) continue;
    for (const part of given.text.split(/[,|?(:]/)) {
      const equals = part.indexOf('=');
      const name = (equals === -1 ? part : part.slice(0, equals)).trim();
      if (name.length <= longestName) names.add(name.replace(/^_+/, '').replace(/\)$/, ''));
    }
  }
  return names;
}

/** Tells which variables something may ask for, by the names that are mentioned. */
export function askedAmong(names: readonly string[]): (name: string) => boolean {
  const whole = new Set(names);
  const begun = [...whole].filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (name) =>
    whole.has(name) || name.includes('(') || begun.some((start) => name.startsWith(start));
}

/** Variables that nothing asks for needn't be kept. */
export function trimmed(environment: Environment, isAsked: (name: string) => boolean): Environment {
  for (const name of environment.keys())
    if (!isAsked(name)) return new Map([...environment].filter(([known]) => isAsked(known)));
  return environment;
}

/** What Asterisk itself knows where a step runs. */
function ownVariable(name: string, step: Step, frame: Frame | undefined): string | undefined {
  if (name === 'CONTEXT') return step.context;
  if (name === 'EXTEN') return step.extension.startsWith('_') ? undefined : step.extension;
  if (name === 'PRIORITY') return String(step.priority);
  const position = /^ARG(\d{1,3})$/.exec(name)?.[1];
  if (position === undefined || frame === undefined) return undefined;
  const index = Number(position) - 1;
  return index < frame.given.length ? frame.given[index] : '';
}

/**
 * What is known of variables at a point: `now` nothing of one that changes, `at first` what it was when
 * it was set for the first time.
 */
export function createLookUps(
  dialplan: Dialplan,
): (point: Point, environment: Environment, when: 'now' | 'at first') => LookUp {
  const changed = namesSet(dialplan);
  return ({ step, frame, assumed }, environment, when) =>
    (name) => {
      if (assumed?.name === name) return assumed.text;
      const own = ownVariable(name, step, frame);
      if (own !== undefined) return own;
      const known = environment.get(name);
      if (known !== undefined) return known.varies && when === 'now' ? undefined : known.text;
      return dialplan.globals.has(name) && !changed.has(name)
        ? substitute(dialplan.globals.get(name) ?? '', () => undefined)
        : undefined;
    };
}

/** Keys that the next steps compare a variable with, in their order. */
export function comparedKeys(
  steps: ReadonlyMap<number, Step> | undefined,
  after: number,
  name: string,
  most: number,
): readonly string[] {
  const keys = new Set<string>();
  const mostSteps = 50;
  for (let priority = after + 1; priority <= after + mostSteps; priority += 1) {
    const text = steps?.get(priority)?.arguments.text;
    if (text?.includes(`\${${name}}`) !== true) continue;
    for (const [, key = ''] of text.matchAll(/"?([0-9*#]{1,3})"?\s*(?=[\]&|)]|!?=)/g)) {
      if (key.length <= most) keys.add(key);
    }
  }
  return [...keys];
}
