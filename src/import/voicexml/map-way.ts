import { nameFrom, type NodeId } from '../../script/names.ts';
import { attributeOf, elementsOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import { placeOf } from '../xml-document.ts';
import { compile, endings } from './compile.ts';
import { dialogOf, placeIn, type Here } from './reader.ts';
import { handlerFor } from './scope.ts';

/** Another document that isn't here, or one whose address a call computes. */
function elsewhere(here: Here, element: XmlElement, script: string | { unknown: string }): NodeId {
  const { writer } = here.reader;
  const name = typeof script === 'string' ? script.replace(/[?#].*$/, '') : here.hint;
  const id = writer.freshId(`to-${name}`, 'other-document');
  return writer.add(id, { kind: 'subflow', script }, placeIn(here, element));
}

/** The node that a reference such as `#main`, `other.vxml` or `other.vxml#main` leads to. */
function wayTo(here: Here, element: XmlElement, reference: string): NodeId {
  const { reader, scope } = here;
  const found = reader.pages.find(scope.page, reference);
  const dialog = found && dialogOf(found);
  if (found !== undefined && dialog !== undefined) return reader.dialogId(found.page, dialog);
  if (found?.dialog === undefined) return elsewhere(here, element, reference);
  const at = attributeOf(element, 'next')?.valueExtent ?? element.tag;
  reader.writer.tell(`There is no dialog "${found.dialog}".`, placeOf(scope.page.source, at));
  return reader.writer.freshId(nameFrom(found.dialog, 'missing-dialog'), 'missing-dialog');
}

/** Handlers times the items that they hold for; a hostile file could make millions of them. */
const mostHandled = 5_000;

/** The node of a handler for an event; asking again where nothing handles it. */
export function eventWay(here: Here, event: string, times = 1): NodeId | undefined {
  const { reader, scope, self } = here;
  const handler = handlerFor(scope, event, times);
  if (handler === undefined) return undefined;
  const { source, element } = handler;
  const last = elementsOf(element).at(-1);
  const isFinal = last !== undefined && endings.has(last.local) && last.local !== 'throw';
  const key = `${source.path}:${element.start}${isFinal ? '' : ` ${self}`}`;
  const known = reader.handled.get(key);
  if (known !== undefined) return known;
  if (reader.open.has(key)) return self;
  if (reader.handled.size > mostHandled) {
    reader.writer.tell(
      'There are too many handlers to read them all.',
      placeOf(source, element.tag),
    );
    return self;
  }
  reader.open.add(key);
  // Ways in a handler of the application's root lead on from there.
  const { application } = scope.page;
  const page = application?.source === source ? application : scope.page;
  const inside = page === scope.page ? scope : { ...scope, page };
  const id = compile(element.children, { ...here, scope: inside, known: undefined }, self);
  reader.open.delete(key);
  reader.handled.set(key, id);
  return id;
}

/** Where `goto`, `link`, `choice`, `submit` and `throw` lead. */
export function followWay(here: Here, element: XmlElement): NodeId {
  const { reader } = here;
  const item = valueIn(element, 'nextitem');
  if (item !== undefined) {
    const id = here.item(item);
    if (id !== undefined) return id;
    reader.writer.tell(`There is no form item "${item}" here.`, placeIn(here, element));
    return reader.writer.freshId(nameFrom(item, 'missing-item'), 'missing-item');
  }
  const next = valueIn(element, 'next');
  if (next !== undefined && element.local !== 'submit') return wayTo(here, element, next);
  if (next !== undefined) return elsewhere(here, element, next);
  const event = valueIn(element, 'event');
  if (event !== undefined) {
    const handled = eventWay(here, event);
    if (handled !== undefined) return handled;
    if (['noinput', 'nomatch', 'help'].includes(event)) return here.self;
    if (event === 'exit' || event === 'cancel' || event.startsWith('error')) return reader.end();
    return elsewhere(here, element, { unknown: `the event ${event}` });
  }
  const expression =
    valueIn(element, 'expr') ?? valueIn(element, 'expritem') ?? valueIn(element, 'eventexpr');
  return elsewhere(here, element, { unknown: expression ?? 'nothing says where' });
}
