import { readJson } from '../../source/read-json.ts';
import { readYaml } from '../../source/read-yaml.ts';
import { fieldOf, type ScalarTree, type Tree } from '../../source/tree.ts';
import { indentOf } from './lines.ts';
import type { ScalarContext } from './scalar-context.ts';
import type { TextEdit } from './text-edit.ts';

/** Whether a scalar that reads as this value may stand there. */
export type Accepts = (value: ScalarTree['value']) => boolean;

function readBack(raw: string, context: ScalarContext): ScalarTree['value'] | undefined {
  const scalarIn = (tree: Tree | undefined) => (tree?.kind === 'scalar' ? tree.value : undefined);
  switch (context) {
    case 'json': {
      const { tree, findings } = readJson({ path: '', text: raw });
      return findings.length > 0 ? undefined : scalarIn(tree);
    }
    case 'brackets': {
      const { tree, findings } = readYaml({ path: '', text: `k: [${raw}\n ]\n` });
      const list = fieldOf(tree, 'k')?.value;
      const isOne = list?.kind === 'list' && list.items.length === 1;
      return findings.length > 0 || !isOne ? undefined : scalarIn(list.items[0]);
    }
    case 'lines': {
      const { tree, findings } = readYaml({ path: '', text: `k: ${raw}\nafter: 1\n` });
      const isWhole = scalarIn(fieldOf(tree, 'after')?.value) === 1;
      return findings.length > 0 || !isWhole ? undefined : scalarIn(fieldOf(tree, 'k')?.value);
    }
  }
}

/** Changes the words that differ where they stand, so that line breaks and quotes stay. */
function wordByWord(raw: string, body: number, before: string, after: string): string | undefined {
  const [old, wanted] = [before.match(/\S+/g) ?? [], after.match(/\S+/g) ?? []];
  const written = [...raw.slice(body).matchAll(/\S+/g)];
  if (old.length !== wanted.length || old.length !== written.length) return undefined;
  const parts = [raw.slice(0, body)];
  let from = body;
  for (const [index, match] of written.entries()) {
    const [was = '', becomes = '', word] = [old[index], wanted[index], match[0]];
    const at = word.indexOf(was);
    if (at < 0) return undefined;
    const start = body + match.index + at;
    parts.push(raw.slice(from, start), becomes);
    from = start + was.length;
  }
  return parts.join('') + raw.slice(from);
}

/** A block scalar (`|` or `>`) with its header and indentation kept, and another text in it. */
function asBlock(raw: string, header: string, after: string): string {
  const lineBreak = raw.includes('\r\n') ? '\r\n' : '\n';
  const body = raw.slice(header.length);
  const indent = ' '.repeat(indentOf(/[^\r\n]*\S[^\r\n]*/.exec(body)?.[0] ?? '  '));
  const lines = after.replace(/\n+$/, '').split('\n');
  const spaced = header.startsWith('>') ? lines.join('\n\n').split('\n') : lines;
  const written = spaced.map((line) => (line === '' ? '' : indent + line)).join(lineBreak);
  return header + lineBreak + written + (/[\r\n]+$/.exec(raw)?.[0] ?? '');
}

/**
 * The edit that gives a scalar another text. The way it is written is kept where it can be: first the
 * differing words alone, then the whole text in the same style, then in double quotes with a block's
 * comment behind. Every candidate is read back; nothing where none reads as wanted.
 */
export function rewriteScalar(
  text: string,
  scalar: ScalarTree,
  after: string,
  context: ScalarContext,
  accepts: Accepts = (value) => value === after,
): TextEdit | undefined {
  const { start, end, value } = scalar;
  const raw = text.slice(start, end);
  const header = /^[|>][^\r\n]*/.exec(raw)?.[0];
  const ending = header === undefined ? '' : (/[\r\n]+$/.exec(raw)?.[0] ?? '');
  const note = header === undefined ? '' : (/\s#.*$/.exec(header)?.[0] ?? '');
  const candidates = [
    () => wordByWord(raw, header?.length ?? 0, String(value), after),
    () => (header === undefined ? undefined : asBlock(raw, header, after)),
    () => (raw.startsWith("'") ? `'${after.replaceAll("'", "''")}'` : undefined),
    () => (/^["']/.test(raw) || context === 'json' || header !== undefined ? undefined : after),
    () => JSON.stringify(after) + note + ending,
  ];
  for (const candidate of candidates) {
    const written = candidate();
    if (written === undefined) continue;
    const read = readBack(written, context);
    if (read !== undefined && accepts(read)) return { start, end, text: written };
  }
  return undefined;
}
