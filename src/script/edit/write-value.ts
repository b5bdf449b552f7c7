import type { EditValue } from '../../source/tree-edit.ts';
import type { ScalarContext } from './scalar-context.ts';

/** Longer than this, a value gets lines of its own where it can. */
const widest = 100;

/** Words that need no quotes; those that YAML takes for something else are written in quotes. */
function wordOf(text: string): string {
  const isPlain =
    /^[A-Za-z][A-Za-z0-9_-]*$/.test(text) || /^\d{1,9}(?:\.\d{1,6})?(?:ms|s|m|h)$/.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

const nameText = (name: string, context: ScalarContext): string =>
  context === 'json' ? JSON.stringify(name) : wordOf(name);

const isList = (value: EditValue): value is readonly EditValue[] => Array.isArray(value);

/** A value on one line. */
function shortValue(value: EditValue, context: ScalarContext): string {
  const isJson = context === 'json';
  if (typeof value === 'string') return isJson ? JSON.stringify(value) : wordOf(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => shortValue(item, context)).join(', ')}]`;
  const fields = Object.entries(value).map(([name, part]) => shortField(name, part, context));
  return isJson ? `{ ${fields.join(', ')} }` : `{${fields.join(', ')}}`;
}

/** A field on one line. */
export const shortField = (name: string, value: EditValue, context: ScalarContext): string =>
  `${nameText(name, context)}: ${shortValue(value, context)}`;

/** True for what reads better on lines of its own, however short it is. */
function isTall(value: EditValue): boolean {
  if (typeof value !== 'object') return false;
  if (!isList(value)) return Object.values(value).some(isTall);
  return value.length > 1 && value.some((item) => typeof item === 'object');
}

const partsOf = (value: EditValue): readonly EditValue[] =>
  typeof value === 'object' ? Object.values(value) : [];

/** The lines of a value in JSON whose brackets stand at a column. */
function jsonLines(value: EditValue, column: number): readonly string[] {
  const short = shortValue(value, 'json');
  const fits = column + short.length <= widest && !isTall(value);
  if (fits || partsOf(value).length === 0) return [short];
  const pad = ' '.repeat(column + 2);
  const names = isList(value) ? undefined : Object.keys(value);
  const parts = partsOf(value).map((part, index, all) => {
    const [head = '', ...rest] = jsonLines(part, column + 2);
    const name = names?.[index];
    const lead = name === undefined ? '' : `${JSON.stringify(name)}: `;
    const lines = [`${pad}${lead}${head}`, ...rest];
    return index === all.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`];
  });
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return [open, ...parts.flat(), `${' '.repeat(column)}${close}`];
}

/** The lines of a field whose name stands at a column of a map of lines. */
function yamlField(name: string, value: EditValue, column: number): readonly string[] {
  const short = `${wordOf(name)}: ${shortValue(value, 'brackets')}`;
  const fits = column + short.length <= widest && !isTall(value);
  if (fits || typeof value !== 'object' || partsOf(value).length === 0) return [short];
  const pad = ' '.repeat(column + 2);
  const lines = isList(value)
    ? value.flatMap((item) => {
        const [head = '', ...rest] = yamlItem(item, column + 4);
        return [`${pad}- ${head}`, ...rest];
      })
    : yamlFields(value, column + 2).map((line, index) => (index === 0 ? pad + line : line));
  return [`${wordOf(name)}:`, ...lines];
}

/** The lines of a map at a column; the first stands where something leads up to it. */
function yamlFields(value: Readonly<Record<string, EditValue>>, column: number): readonly string[] {
  return Object.entries(value).flatMap(([name, part], index) => {
    const [head = '', ...rest] = yamlField(name, part, column);
    return [index === 0 ? head : ' '.repeat(column) + head, ...rest];
  });
}

function yamlItem(value: EditValue, column: number): readonly string[] {
  const short = shortValue(value, 'brackets');
  const fits = column + short.length <= widest && !isTall(value);
  return fits || typeof value !== 'object' || isList(value) ? [short] : yamlFields(value, column);
}

/** How what stands around a value is written. */
export interface ValuePlace {
  readonly context: ScalarContext;
  /** Where its field or its item begins in its line. */
  readonly column: number;
  readonly lineBreak: string;
}

/** A field with its value, over as many lines as it takes; the first one continues its line. */
export function writeField(
  name: string,
  value: EditValue,
  { context, column, lineBreak }: ValuePlace,
): string {
  if (context === 'brackets') return shortField(name, value, context);
  if (context === 'lines') return yamlField(name, value, column).join(lineBreak);
  return `${JSON.stringify(name)}: ${jsonLines(value, column).join(lineBreak)}`;
}

/** An item of a list in the same way; in a list of dashes the column is the one behind the dash. */
export function writeItem(value: EditValue, { context, column, lineBreak }: ValuePlace): string {
  if (context === 'brackets') return shortValue(value, context);
  if (context === 'lines') return yamlItem(value, column).join(lineBreak);
  return jsonLines(value, column).join(lineBreak);
}

/** The line ends of a text. */
export const lineBreakOf = (text: string): string =>
  /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
