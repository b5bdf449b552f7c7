import { InvalidArgumentError, Option } from 'commander';
import { resolve } from 'node:path';
import type { LintFormat, LintResult } from '../check.ts';
import { deliver } from './output.ts';
import { ownVersion } from './own-version.ts';
import { paintFor } from './paint.ts';
import type { Terminal } from './terminal.ts';
import { formatNamed, formatOption } from './format-option.ts';

/** A report to write: its format, and its file or `-` for standard output. */
export interface LintOutput {
  readonly format: LintFormat;
  readonly file: string;
}

const formats = Object.keys({
  text: true,
  json: true,
  sarif: true,
  github: true,
  gitlab: true,
  junit: true,
  markdown: true,
} satisfies Record<LintFormat, true>) as readonly LintFormat[];

function parseOutput(value: string, before: readonly LintOutput[] = []): readonly LintOutput[] {
  const [name, ...rest] = value.split('=');
  const format = formats.find((one) => one === formatNamed(name ?? ''));
  const file = rest.join('=');
  if (format === undefined || file === '') {
    throw new InvalidArgumentError(
      `Give a format and a file, as in sarif=out.sarif. Formats: ${formats.join(', ')}.`,
    );
  }
  return [...before, { format, file }];
}

/** `--format`: how findings are printed on standard output. */
export const lintFormatOption = (): Option => formatOption('how to print (default: text)', formats);

/** `--output`: reports that are written beside what is printed. */
export const lintOutputOption = (): Option =>
  new Option(
    '-o, --output <format=file>',
    'also write a report to a file; - is standard output; may be repeated',
  ).argParser(parseOutput);

/**
 * The reports that the options ask for: those of `--output`, and one on standard output, unless an
 * `--output` goes there. Throws an IvrError `usage` where two would go to the same place.
 */
export async function plannedOutputs(
  { cwd }: Terminal,
  flags: { readonly format?: LintFormat; readonly output?: readonly LintOutput[] },
): Promise<readonly LintOutput[]> {
  const { format, output = [] } = flags;
  const needsPrinting = format !== undefined || output.every(({ file }) => file !== '-');
  const outputs = needsPrinting ? [...output, { format: format ?? 'text', file: '-' }] : output;
  const places = outputs.map(({ file }) => (file === '-' ? file : resolve(cwd, file)));
  const twice = outputs.find((_, index) => places.indexOf(places[index] ?? '') !== index);
  if (twice !== undefined) {
    const { IvrError } = await import('../check.ts');
    const place = twice.file === '-' ? 'standard output' : twice.file;
    throw new IvrError('usage', `Two reports can't both go to ${place}.`, {
      help: 'Give each report a file of its own: --output sarif=out.sarif --output json=out.json.',
    });
  }
  return outputs;
}

/** Writes a run's findings to all places that were asked for, each whole; none if one can't be made. */
export async function writeLintOutputs(
  terminal: Terminal,
  outputs: readonly LintOutput[],
  result: LintResult,
): Promise<void> {
  const { formatLint } = await import('../node.ts');
  const { stdout, env, cwd } = terminal;
  const version = ownVersion();
  const reports = await Promise.all(
    outputs.map(async ({ format, file }) => {
      const paint = file === '-' ? paintFor(stdout, env) : undefined;
      return { file, text: await formatLint(format, result, { version, root: cwd, paint }) };
    }),
  );
  for (const { file, text } of reports) await deliver(terminal, file, text);
}
