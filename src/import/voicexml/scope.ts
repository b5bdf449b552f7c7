import { elementsOf, valueIn, type XmlElement, type XmlText } from '../../source/xml-tree.ts';
import type { Located } from '../xml-document.ts';
import type { Page } from './page.ts';

/** Where something stands: the elements whose handlers, links and properties hold there, inmost first. */
export interface Scope {
  readonly page: Page;
  readonly elements: readonly Located[];
}

/** The scope of an item of a dialog, of a dialog, or of a document. */
export function scopeOf(page: Page, ...inner: readonly (XmlElement | undefined)[]): Scope {
  const own = inner.flatMap((element) =>
    element === undefined ? [] : [{ source: page.source, element }],
  );
  const above = page.application === undefined ? [] : [page.application];
  const documents = [page, ...above].map(({ source, root }) => ({ source, element: root }));
  return { page, elements: [...own, ...documents] };
}

/** What catches an event. */
export interface Handler extends Located {
  readonly count: number;
}

const shorthands = new Set(['noinput', 'nomatch', 'help', 'error']);

/** The events that an element catches; `*` catches all. */
function caughtBy(element: XmlElement): readonly string[] {
  if (shorthands.has(element.local)) return [element.local];
  return (valueIn(element, 'event') ?? '*').split(/\s+/);
}

const catches = (name: string, event: string): boolean =>
  name === '*' || name === '.' || name === event || event.startsWith(`${name}.`);

/** What holds for all that stands in an element; asked many times, so read once. */
interface Held {
  readonly handlers: readonly { element: XmlElement; names: readonly string[]; count: number }[];
  readonly properties: ReadonlyMap<string, string>;
  readonly links: readonly XmlElement[];
  /** The handlers that were found already, by how often what happened. */
  readonly best: Map<string, Held['handlers'][number] | undefined>;
}

const known = new WeakMap<XmlElement, Held>();

function heldIn(element: XmlElement): Held {
  const before = known.get(element);
  if (before !== undefined) return before;
  const handlers = elementsOf(element, 'catch', ...shorthands).map((one) => {
    const written = Number(valueIn(one, 'count') ?? '1');
    const count = Number.isInteger(written) && written > 0 ? written : 1;
    return { element: one, names: caughtBy(one), count };
  });
  const properties = new Map(
    elementsOf(element, 'property').flatMap((one) => {
      const value = valueIn(one, 'value');
      return value === undefined ? [] : [[valueIn(one, 'name') ?? '', value] as const];
    }),
  );
  const held: Held = { handlers, properties, links: elementsOf(element, 'link'), best: new Map() };
  known.set(element, held);
  return held;
}

type HeldHandler = Held['handlers'][number];

/** The handler in one element that fits best, the first of several that fit alike. */
function bestIn(held: Held, event: string, times: number): HeldHandler | undefined {
  const key = `${times} ${event}`;
  if (held.best.has(key)) return held.best.get(key);
  let best: HeldHandler | undefined;
  for (const handler of held.handlers) {
    const isFitting = handler.count <= times && handler.count > (best?.count ?? 0);
    if (isFitting && handler.names.some((name) => catches(name, event))) best = handler;
  }
  held.best.set(key, best);
  return best;
}

/**
 * The handler of an event that has happened this many times: of those with the highest count that
 * isn't above it the inmost, as VoiceXML 2.0 selects (section 5.2.4).
 */
export function handlerFor(scope: Scope, event: string, times: number): Handler | undefined {
  let found: Handler | undefined;
  for (const { source, element } of scope.elements) {
    const best = bestIn(heldIn(element), event, times);
    if (best === undefined || best.count <= (found?.count ?? 0)) continue;
    found = { source, element: best.element, count: best.count };
  }
  return found;
}

/** The value of a property where something stands. */
export function propertyIn(scope: Scope, name: string): string | undefined {
  for (const { element } of scope.elements) {
    const value = heldIn(element).properties.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether callers can interrupt prompts, where these or a property say so. */
export function bargeInOf(
  prompts: readonly (XmlElement | XmlText)[],
  scope: Scope,
): boolean | undefined {
  const own = prompts.flatMap((prompt) =>
    prompt.kind === 'element' ? (valueIn(prompt, 'bargein') ?? []) : [],
  );
  const written = own[0] ?? propertyIn(scope, 'bargein');
  return written === undefined ? undefined : written !== 'false';
}

/** The links that hold where something stands, inmost first. */
export function linksIn(scope: Scope): readonly Located[] {
  return scope.elements.flatMap(({ source, element }) =>
    heldIn(element).links.map((one) => ({ source, element: one })),
  );
}

/** A time as CSS2 writes it: `5s`, `700ms`; in seconds, nothing for any other. */
export function secondsOf(text: string | undefined): number | undefined {
  const match = /^\+?(\d{1,7}(?:\.\d{1,3})?|\.\d{1,3})(ms|s)$/.exec(text ?? '');
  if (match === null) return undefined;
  const seconds = Number(match[1]) / (match[2] === 'ms' ? 1000 : 1);
  return Math.round(seconds * 1000) / 1000;
}
