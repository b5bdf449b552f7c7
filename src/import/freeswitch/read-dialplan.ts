import { allElements, elementsOf, valueIn } from '../../source/xml-tree.ts';
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

/** The one number that an expression such as `^5000$` matches, or nothing where it may match others. */
export function literalNumber(expression: string | undefined): string | undefined {
  return /^\^?\(?(\\?\+?\d{1,20})\)?\$?$/.exec(expression ?? '')?.[1]?.replace('\\', '');
}
