import type { FlowDiff } from './diff-scripts.ts';
import type { Destination, Difference, Part, Sides } from './difference.ts';
import { nodeName } from './node-name.ts';
import { wordChanges, type WordChange } from './word-changes.ts';
import type { ScriptNode } from '../script/script.ts';

/** What a difference says in a report: its sign, what it is about, and what it was and is. */
export interface DifferenceWords {
  readonly sign: '+' | '-' | '~';
  readonly what: string;
  /** Both values where two stand side by side; words where a text changed in places. */
  readonly values: Sides<string> | readonly WordChange[] | undefined;
}

const wayText = (
  destination: Destination | undefined,
  side: 'before' | 'after',
  { flows }: FlowDiff,
): string => {
  if (destination === undefined) return 'not set';
  const { to, does } = destination;
  if (does !== undefined) return does;
  return to === undefined ? 'nowhere' : `to ${nodeName(flows[side], to)}`;
};

const shown = (value: string | undefined): string => value ?? 'not set';

const partText = (part: Part | undefined): string =>
  part === undefined ? '' : `${part.of} ${part.label} `;

/** `menu with 3 options`. */
function nodeText({ kind, ...node }: ScriptNode): string {
  return 'options' in node
    ? `${kind} with ${node.options.length} option${node.options.length === 1 ? '' : 's'}`
    : kind;
}

function keyText({ flows }: FlowDiff, one: Difference, side: 'before' | 'after'): string {
  if (one.owner.of !== 'node' || one.part === undefined) return '';
  const node = flows[side].byId.get(one.owner.id[side] ?? '')?.node;
  const option = node?.kind === 'menu' ? node.options[one.part.at[side] ?? -1] : undefined;
  return option?.key === undefined ? '' : ` on key ${option.key}`;
}

/** What part of a prompt changed, in which language: `says`, `says, el`, `noInput.say, length, en`. */
function promptText(one: Difference & { readonly kind: 'prompt' }): string {
  const { field, language, what } = one;
  const name = field === 'say' ? 'says' : field;
  return [
    `${partText(one.part)}${name}`,
    ...(what === 'text' ? [] : [what]),
    ...(language === undefined ? [] : [language]),
  ].join(', ');
}

/** The words of one difference. */
export function differenceWords(diff: FlowDiff, one: Difference): DifferenceWords {
  const { part } = one;
  switch (one.kind) {
    case 'node-added':
      return { sign: '+', what: `new: ${nodeText(one.node)}`, values: undefined };
    case 'node-removed':
      return { sign: '-', what: `gone: ${nodeText(one.node)}`, values: undefined };
    case 'node-renamed':
      return { sign: '~', what: 'renamed', values: one.values };
    case 'node-kind':
      return { sign: '~', what: 'kind', values: one.values };
    case 'option-added':
    case 'case-added': {
      const key = keyText(diff, one, 'after');
      const what = `${partText(part)}is new${key}, leads ${wayText(one.values.after, 'after', diff)}`;
      return { sign: '+', what, values: undefined };
    }
    case 'option-removed':
    case 'case-removed': {
      const key = keyText(diff, one, 'before');
      const what = `${partText(part)}is gone${key}, led ${wayText(one.values.before, 'before', diff)}`;
      return { sign: '-', what, values: undefined };
    }
    case 'entry-added':
      return { sign: '+', what: `new, starts at ${one.values.after?.to ?? ''}`, values: undefined };
    case 'entry-removed':
      return {
        sign: '-',
        what: `gone, started at ${one.values.before?.to ?? ''}`,
        values: undefined,
      };
    case 'option-key': {
      const values = { before: shown(one.values.before), after: shown(one.values.after) };
      return { sign: '~', what: `${partText(part)}moved`, values };
    }
    case 'case-value': {
      const values = { before: shown(one.values.before), after: shown(one.values.after) };
      return { sign: '~', what: `${partText(part)}was another`, values };
    }
    case 'options-order':
    case 'cases-order': {
      const what =
        one.kind === 'options-order'
          ? 'options are heard in another order'
          : 'cases are tried in another order';
      const values = { before: one.values.before.join(', '), after: one.values.after.join(', ') };
      return { sign: '~', what, values };
    }
    case 'target': {
      const values = {
        before: wayText(one.values.before, 'before', diff),
        after: wayText(one.values.after, 'after', diff),
      };
      // Two nodes may have one title.
      if (values.before === values.after) {
        values.before += ` (${one.values.before?.to ?? ''})`;
        values.after += ` (${one.values.after?.to ?? ''})`;
      }
      const field = one.field === 'to' ? 'leads' : one.field;
      return { sign: '~', what: `${partText(part)}${field}`, values };
    }
    case 'prompt': {
      const { before, after } = one.values;
      if (one.what === 'text' && before !== undefined && after !== undefined)
        return { sign: '~', what: promptText(one), values: wordChanges(before, after) };
      const sign = before === undefined ? '+' : after === undefined ? '-' : '~';
      return {
        sign,
        what: promptText(one),
        values: { before: shown(before), after: shown(after) },
      };
    }
    case 'timer':
    case 'reference':
    case 'branch':
    case 'attribute':
    case 'setting': {
      const values = { before: shown(one.values.before), after: shown(one.values.after) };
      return { sign: '~', what: `${partText(part)}${one.field}`, values };
    }
  }
}
