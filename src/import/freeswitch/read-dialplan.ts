import { allElements, elementsOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import type { Located, XmlDocument } from '../xml-document.ts';
import { beginsMenu } from './recognise.ts';

/** An extension of the dialplan: conditions in order, each with what is done if it holds. */
export interface Extension extends Located {
  readonly name: string;
  readonly context: string;
  /** What is dialled, as it is written; nothing where every call is meant. */
  readonly destination: string | undefined;
  readonly conditions: readonly Located[];
  readonly beginsMenu: boolean;
}

const destinationOf = (condition: Located): string | undefined =>
  valueIn(condition.element, 'field') === 'destination_number'
    ? valueIn(condition.element, 'expression')
    : undefined;

/** The extensions of a file by their contexts, in its order. */
export function extensionsIn({ source, root }: XmlDocument): readonly Extension[] {
  const found: Extension[] = [];
  let context = '';
  for (const element of allElements(root)) {
    if (element.local === 'context') context = valueIn(element, 'name') ?? '';
    if (element.local !== 'extension') continue;
    const conditions = elementsOf(element, 'condition').map((one) => ({ source, element: one }));
    found.push({
      source,
      element,
      name: valueIn(element, 'name') ?? 'extension',
      context,
      destination: conditions.map(destinationOf).find((one) => one !== undefined),
      conditions,
      beginsMenu: allElements(element).some(beginsMenu),
    });
  }
  return found;
}

/** The one text that an expression such as `^5000$` matches, or nothing where it may match others. */
export function literalText(expression: string | undefined): string | undefined {
  const match = /^\^\(?((?:[\w -]|\\[^\w\s]){1,80})\)?\$$/.exec(expression ?? '');
  return match?.[1]?.replace(/\\(.)/g, '$1');
}

/** The same for numbers, which are written without `^` and `$` too. */
export function literalNumber(expression: string | undefined): string | undefined {
  const written = expression !== undefined && /^\d+$/.test(expression) ? expression : undefined;
  const text = written ?? literalText(expression);
  return text !== undefined && /^\+?\d{1,20}$/.test(text) ? text : undefined;
}

/** Applications that send a call to another extension. */
const senders = new Set(['transfer', 'execute_extension']);

/** What an application sends a call to, where it is written out. */
export function sentTo(application: string, data: string): string | undefined {
  if (!senders.has(application)) return undefined;
  return data.replace(/^-(?:aleg|bleg|both)\s+/, '').split(/\s+/)[0];
}

function actionsIn(extension: Extension): readonly string[] {
  return allElements(extension.element).flatMap((element) =>
    element.local === 'action' || element.local === 'anti-action'
      ? (sentTo(valueIn(element, 'application') ?? '', valueIn(element, 'data') ?? '') ?? [])
      : [],
  );
}

/** What the entries and the ends of menus send calls to. */
function sentByMenus(root: XmlElement): readonly string[] {
  return allElements(root).flatMap(({ local, attributes }) =>
    local !== 'menu' && local !== 'entry'
      ? []
      : attributes.flatMap(({ value }) => {
          const [application = '', ...data] = value.split(' ');
          return sentTo(application, data.join(' ')) ?? [];
        }),
  );
}

/**
 * The extensions that calls come in at: those that lead to a menu, themselves or through others, and
 * that nothing in the file sends calls to; of several for one number the first.
 */
export function entryExtensions(
  extensions: readonly Extension[],
  root: XmlElement,
): readonly Extension[] {
  const keyOf = ({ context, destination = '' }: Extension) => `${context}\n${destination}`;
  const sent = new Map(extensions.map((one) => [one, new Set(actionsIn(one))]));
  const numberOf = ({ destination }: Extension) =>
    literalText(destination) ?? literalNumber(destination) ?? '';
  const leading = new Set(extensions.filter((one) => one.beginsMenu));
  const numbers = new Set([...leading].map(numberOf));
  for (let known = -1; known !== numbers.size;) {
    known = numbers.size;
    for (const one of extensions) {
      if (leading.has(one) || ![...(sent.get(one) ?? [])].some((to) => numbers.has(to))) continue;
      leading.add(one);
      numbers.add(numberOf(one));
    }
  }
  const inside = new Set([...[...sent.values()].flatMap((to) => [...to]), ...sentByMenus(root)]);
  const isOutside = (one: Extension) => !inside.has(numberOf(one));
  const outer = [...leading].filter(isOutside);
  const keys = new Set((outer.length > 0 ? outer : [...leading]).map(keyOf));
  const seen = new Set<string>();
  return extensions.filter((one) => {
    const isFirst = keys.has(keyOf(one)) && !seen.has(keyOf(one));
    seen.add(keyOf(one));
    return isFirst;
  });
}
