import { InvalidArgumentError } from 'commander';

const units = { mb: 1e6, gb: 1e9, mib: 2 ** 20, gib: 2 ** 30 } as const;
const isUnit = (text: string): text is keyof typeof units => Object.hasOwn(units, text);

/** Below this, in bytes, too much of it is the program itself. */
const leastMemory = 512e6;

/** An amount of memory as `1GB` or `800MiB`, in bytes. */
export function readMemory(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?([kmgi]{1,2}b)$/i.exec(text) ?? [];
  const known = unit.toLowerCase();
  const bytes = isUnit(known) ? Math.round(Number(number) * units[known]) : 0;
  if (bytes < leastMemory)
    throw new InvalidArgumentError('It takes an amount from 512MB on, like 1GB.');
  return bytes;
}
