import type { Command } from 'commander';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

/** Options that name files to read. */
const reading = [
  ...['log', 'logs', 'map', 'menu', 'script', 'as', 'directory', 'config', 'names'],
  ...['calibration', 'reasons', 'report', 'callersKey'],
];
/** Options that name files to write. */
const writing = ['output', 'rejects', 'prompts'];

/** Commands whose argument may be written over: a menu may be followed by its shorter self. */
const inPlace: ReadonlySet<string> = new Set(['suggest']);

/** What tells a file from all others, by whatever name or link it goes; nothing where there is none. */
function identityOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true });
    return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    // What can't be looked at, as a way that leads through a file, is told where it is read or written.
    return undefined;
  }
}

/** The files in a value of an option or an argument: one, a list, or those of reports with a format. */
function filesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '-' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(filesIn);
  return typeof value === 'object' && value !== null && 'file' in value ? filesIn(value.file) : [];
}

/** What would be lost if a command ran, in a sentence. */
function lossIn(command: Command, cwd: string): string | undefined {
  const options = command.opts<Readonly<Record<string, unknown>>>();
  const outputs = writing.flatMap((name) => filesIn(options[name]));
  if (outputs.length === 0) return undefined;
  const inputs = [
    ...(inPlace.has(command.name()) ? [] : command.processedArgs.flatMap(filesIn)),
    ...reading.flatMap((name) => filesIn(options[name])),
  ];
  const read = new Set(inputs.flatMap((input) => identityOf(resolve(cwd, input)) ?? []));
  const lost = outputs.find((output) => read.has(identityOf(resolve(cwd, output)) ?? ''));
  if (lost !== undefined) return `${lost} is read here and would be overwritten.`;
  const places = outputs.map((output) => resolve(cwd, output));
  const twice = outputs.find((_, index) => places.indexOf(places[index] ?? '') !== index);
  return twice === undefined ? undefined : `Two things can't both be written to ${twice}.`;
}

/**
 * Before a command runs: throws an IvrError `usage` where it would write over a file that it reads, or
 * write two things into one.
 */
export function keepInputs({ cwd }: Terminal): (program: Command, run: Command) => Promise<void> {
  return async (_, command) => {
    const loss = lossIn(command, cwd);
    if (loss === undefined) return;
    const { IvrError } = await import('../check.ts');
    throw new IvrError('usage', loss, { help: 'Name another file to write.' });
  };
}
