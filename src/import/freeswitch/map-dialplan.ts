import type { NodeId } from '../../script/names.ts';
import type { BranchOn } from '../../script/script.ts';
import { elementsOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import type { PlacedPath } from '../script-writer.ts';
import { attributePlace, tagPlace, type Located } from '../xml-document.ts';
import { whensOfPattern } from '../plain-pattern.ts';
import { isFollowed, mapApplication, type ApplicationContext } from './map-application.ts';
import { literalNumber, literalText, type Extension } from './read-dialplan.ts';
import { timeConditionOf } from './time-condition.ts';

type Variables = ReadonlyMap<string, string>;

/** What is set when an action has been carried out. */
function withSet(variables: Variables, element: XmlElement): Variables {
  const data = valueIn(element, 'data') ?? '';
  const isSet = /^(?:set|export)$/i.test(valueIn(element, 'application') ?? '');
  if (!isSet || !isFollowed(data)) return variables;
  const equals = data.indexOf('=');
  if (equals < 0) return variables;
  return new Map([...variables, [data.slice(0, equals).trim(), data.slice(equals + 1)]]);
}

const setBy = (condition: Located, before: Variables): Variables =>
  elementsOf(condition.element, 'action').reduce(withSet, before);

/** Carries out actions one behind the other. */
function chain(
  condition: Located,
  kind: 'action' | 'anti-action',
  hint: string,
  context: ApplicationContext,
  next: NodeId,
  before: Variables,
): NodeId {
  const actions = elementsOf(condition.element, kind);
  let variables = before;
  const known = actions.map((element) => {
    const here = variables;
    variables = withSet(variables, element);
    return here;
  });
  return actions.reduceRight<NodeId>((behind, element, index) => {
    const action = { source: condition.source, element };
    const name = valueIn(element, 'application') ?? '';
    const data = valueIn(element, 'data') ?? '';
    const at = tagPlace(action);
    return mapApplication({ name, data, at, hint, variables: known[index] }, context, behind);
  }, next);
}

/** What a condition looks at; nothing for one that holds for every call that gets there. */
function askedBy(
  condition: Located,
): { on: BranchOn; whens: readonly string[]; title?: string } | undefined {
  const time = timeConditionOf(condition.element);
  if (time !== undefined) {
    const on = { calendar: { unknown: time.written } };
    return { on, whens: [time.when], ...(time.title === undefined ? {} : { title: time.title }) };
  }
  const field = valueIn(condition.element, 'field');
  const expression = valueIn(condition.element, 'expression');
  if (field === undefined || field === 'destination_number' || expression === undefined)
    return undefined;
  const attribute = /^\$\{(.+)\}$/.exec(field)?.[1] ?? field;
  return { on: { attribute }, whens: whensOfPattern(expression, true) ?? [expression] };
}

/**
 * Writes an extension: its conditions decide in order, then all that was asked for is done. `after`
 * is where calls go on when they are done, `missed` where they go when a condition doesn't hold.
 */
export function mapExtension(
  extension: Extension,
  context: ApplicationContext,
  after: NodeId,
  missed: () => NodeId,
): NodeId {
  const { writer } = context;
  let variables: Variables = new Map();
  const before = extension.conditions.map((condition) => {
    const here = variables;
    variables = setBy(condition, variables);
    return here;
  });
  return extension.conditions.reduceRight<NodeId>((rest, condition, index) => {
    const set = before[index] ?? new Map<string, string>();
    const asked = askedBy(condition);
    const { name } = extension;
    const stops = valueIn(condition.element, 'break') ?? 'on-false';
    const goesOn = (holds: boolean) =>
      stops === 'never' || stops === (holds ? 'on-false' : 'on-true');
    const kept = chain(condition, 'action', name, context, goesOn(true) ? rest : after, set);
    if (asked === undefined) return kept;
    const others = elementsOf(condition.element, 'anti-action').length > 0;
    const behind = goesOn(false) ? rest : others ? after : missed();
    const otherwise = chain(condition, 'anti-action', name, context, behind, set);
    const id = writer.freshId(`check-${name}`, 'check');
    const { on, whens, title } = asked;
    const cases = whens.map((when) => ({ when, title, to: kept }));
    const at = tagPlace(condition);
    const placed = whens.map((_, index): PlacedPath => [
      ['cases', index, 'when'],
      attributePlace(condition, 'expression'),
    ]);
    return writer.add(id, { kind: 'branch', on, title, cases, otherwise }, at, placed);
  }, after);
}

/** Extensions by the plain text that is dialled for them. */
const byDestination = new WeakMap<readonly Extension[], Map<string, Extension[]>>();

function destinationsOf(extensions: readonly Extension[]): Map<string, Extension[]> {
  const known = byDestination.get(extensions);
  if (known !== undefined) return known;
  const table = new Map<string, Extension[]>();
  for (const one of extensions) {
    const text = literalText(one.destination) ?? literalNumber(one.destination);
    const those = text === undefined ? undefined : table.get(text);
    if (those !== undefined) those.push(one);
    else if (text !== undefined) table.set(text, [one]);
  }
  byDestination.set(extensions, table);
  return table;
}

/** The extension that is dialled from inside, where it is here and what is dialled is plain. */
export function findExtension(
  extensions: readonly Extension[],
  destination: string,
  context: string | undefined,
): Extension | undefined {
  return destinationsOf(extensions)
    .get(destination)
    ?.find((one) => context === undefined || one.context === '' || one.context === context);
}
