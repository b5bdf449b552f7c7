import type { NodeId } from '../../script/names.ts';
import type { BranchOn, NodeOfKind } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import type { FlowWriter } from './flow-writer.ts';
import { functionOf } from './write-task.ts';
import { splitOf, variable, variableName, variablesOf } from './studio-widget.ts';
import type { StudioMatch, Target } from './studio-widget.ts';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The conditions of Studio that are true where a case is: several where Studio has no single one. */
function conditionsFor(when: string): readonly Pick<StudioMatch, 'type' | 'value'>[] {
  const [, sign, number] = /^(>=|<=|>|<|=) (\S+)$/.exec(when) ?? [];
  if (sign !== undefined && number !== undefined) {
    const equal = { type: 'equal_to', value: number };
    const more = { type: 'greater_than', value: number };
    const less = { type: 'less_than', value: number };
    const parts = {
      '>': [more],
      '<': [less],
      '=': [equal],
      '>=': [more, equal],
      '<=': [less, equal],
    };
    return parts[sign as keyof typeof parts];
  }
  const [, word, part] = /^(starts with|ends with|contains) (.+)$/s.exec(when) ?? [];
  if (word === 'starts with' && part !== undefined) return [{ type: 'starts_with', value: part }];
  if (word === 'contains' && part !== undefined) return [{ type: 'contains', value: part }];
  if (part !== undefined) return [{ type: 'regex', value: `^.*${escaped(part)}$` }];
  if (when === 'exists') return [{ type: 'is_not_blank', value: '' }];
  if (when === '(empty)') return [{ type: 'is_blank', value: '' }];
  return [{ type: 'equal_to', value: when }];
}

/** A value of the call as Liquid reads it; what an import from Studio called by its whole path stays so. */
function attributeInput(name: string): string {
  return /^(?:trigger|contact|flow|widgets)\.[\w.-]+(?: \|.*)?$/.test(name)
    ? `{{${name}}}`
    : variable(name);
}

/** What a branch looks at that a flow knows by itself; nothing where somebody must be asked. */
function inputOf(writer: FlowWriter, on: BranchOn): string | undefined {
  if (on === 'language') return variable('language');
  if (on === 'share' || typeof on === 'string') return undefined;
  if ('attribute' in on) return attributeInput(on.attribute);
  if (!('result' in on)) return undefined;
  const [asker, another] = writer.askersOf(on.result);
  return asker === undefined || another !== undefined
    ? variable(`result of ${on.result}`)
    : `{{widgets.${asker}.parsed.result}}`;
}

/** Who is asked what a flow can't know, by the words that the function gets. */
function questionOf(on: BranchOn): { readonly what: string; readonly about: string } {
  if (typeof on === 'string') return { what: on, about: '' };
  const shown = (value: unknown): string =>
    typeof value === 'string' ? value : isUnknown(value) ? value.unknown : String(value);
  if ('calendar' in on) return { what: 'calendar', about: shown(on.calendar) };
  if ('emergency' in on) return { what: 'emergency', about: on.emergency };
  if ('queue-status' in on) return { what: 'queue', about: shown(on['queue-status']) };
  return { what: 'value', about: '' };
}

/** Shares as limits of a number from 1 to 100; cases without a number share what is left. */
function shareMatches(node: NodeOfKind<'branch'>, to: FlowWriter['to']): readonly StudioMatch[] {
  const written = node.cases.map(({ when }) => /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(when)?.[1]);
  const total = written.reduce((sum, share) => sum + Number(share ?? 0), 0);
  const others = written.filter((share) => share === undefined).length;
  const open = others + (node.otherwise === undefined ? 0 : 1);
  const rest = open === 0 ? 0 : Math.max(100 - total, 0) / open;
  let limit = 1;
  return node.cases.map((one, index) => {
    limit += Number(written[index] ?? rest);
    const value = String(Math.round(limit * 100) / 100);
    return { type: 'less_than', value, title: one.title ?? one.when, next: to(one.to) };
  });
}

function matchesOf(writer: FlowWriter, node: NodeOfKind<'branch'>): readonly StudioMatch[] {
  if (node.on === 'share') return shareMatches(node, writer.to);
  return node.cases.flatMap(({ when, title, to }) =>
    conditionsFor(when).map((condition) => ({ ...condition, title, next: writer.to(to) })),
  );
}

/** A loop: a counter, a split on it, and the counter set back when it is over. */
function writeLoop(writer: FlowWriter, id: NodeId, node: NodeOfKind<'branch'>, times: number) {
  const counter = `${variableName(id)}_rounds`;
  const wayOf = (when: string): Target =>
    writer.to(node.cases.find((one) => one.when === when)?.to ?? node.otherwise);
  writer.add(
    variablesOf(id, { [counter]: `{{flow.variables.${counter} | plus: 1}}` }, `${id}_limit`),
    splitOf(
      `${id}_limit`,
      variable(counter),
      [{ type: 'less_than', value: String(times + 1), next: wayOf('again'), title: 'Again' }],
      `${id}_done`,
    ),
    variablesOf(`${id}_done`, { [counter]: '0' }, wayOf('done')),
  );
}

/** A branch: a split, behind a function where only somebody else knows the answer. */
export function writeBranch(writer: FlowWriter, id: NodeId, node: NodeOfKind<'branch'>) {
  const { on } = node;
  if (typeof on === 'object' && 'loop' in on && !isUnknown(on.loop)) {
    writeLoop(writer, id, node, on.loop);
    return;
  }
  const otherwise = writer.to(node.otherwise);
  const input = inputOf(writer, on);
  const matches = matchesOf(writer, node);
  if (input !== undefined) {
    writer.add(splitOf(id, input, matches, otherwise));
    return;
  }
  const { what, about } = questionOf(on);
  const kind = what === 'queue' ? 'queues' : 'calendars';
  writer.tell(['nodes', id, 'on'], {
    ruleId: 'exported-otherwise',
    message: `Studio doesn't know the ${what === 'share' ? 'share' : what} by itself: a function is asked, and its failure counts as any other answer.`,
    help: 'Write a function that answers {"result": "…"} with the words of the cases, and give its address in the table of names.',
  });
  const address = nameFor(writer.names, kind, about);
  const parameters = about === '' ? { [what]: 'draw' } : { [what]: about };
  writer.add(
    functionOf(id, address ?? `check-${what}`, parameters, {
      success: `${id}_case`,
      fail: otherwise,
    }),
    splitOf(`${id}_case`, `{{widgets.${id}.parsed.result}}`, matches, otherwise),
  );
}
