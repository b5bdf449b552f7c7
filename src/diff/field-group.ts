import type { DifferenceKind } from './difference.ts';

/** What the difference of a field is called, by the last name on the way to it. */
const groups: Readonly<Record<string, 'timer' | 'reference' | 'branch'>> = {
  wait: 'timer',
  interDigit: 'timer',
  duration: 'timer',
  maxLength: 'timer',
  after: 'timer',
  every: 'timer',
  queue: 'reference',
  number: 'reference',
  script: 'reference',
  task: 'reference',
  directory: 'reference',
  on: 'branch',
};

export type FieldGroup = Extract<
  DifferenceKind,
  'timer' | 'reference' | 'branch' | 'attribute' | 'setting'
>;

/** The kind of a difference in a field: `noInput.wait` is a timer, `set.purpose` an attribute. */
export function fieldGroup(field: string): FieldGroup {
  const names = field.split('.');
  if (names[0] === 'set') return 'attribute';
  if (names[0] === 'raw') return 'setting';
  const last = names.at(-1) ?? '';
  return (Object.hasOwn(groups, last) ? groups[last] : undefined) ?? 'setting';
}
