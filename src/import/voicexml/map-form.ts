import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { attributeOf, elementsOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import { placeOf } from '../xml-document.ts';
import { compile } from './compile.ts';
import type { Known } from './condition.ts';
import { errorWay, mapChoices, mapField } from './map-question.ts';
import type { Page } from './page.ts';
import { firstPrompts, isHeard, readPrompt } from './read-prompt.ts';
import { placeIn, type Here, type Reader } from './reader.ts';
import { bargeInOf, scopeOf, secondsOf } from './scope.ts';

/** What a form visits, in the order of the document. */
export const itemNames = [
  ...['block', 'field', 'record', 'transfer', 'subdialog', 'object', 'initial'],
] as const;

const nameOf = (item: XmlElement): string => valueIn(item, 'name') ?? '';

function filled(item: XmlElement, here: Here, next: NodeId, known?: Known): NodeId {
  return elementsOf(item, 'filled').reduceRight<NodeId>(
    (behind, one) => compile(one.children, { ...here, known }, behind),
    next,
  );
}

const dependsOn = (item: XmlElement): boolean =>
  elementsOf(item, 'filled').some((one) => one.children.some(({ kind }) => kind === 'element'));

/** `<transfer>`: where calls go on when the other side is done, and when it was never reached. */
function transfer(item: XmlElement, here: Here, next: NodeId): ScriptNode {
  const name = nameOf(item);
  const way = (value: string) => filled(item, here, next, { name, value });
  // Only a bridge gives the call back; the other kinds hand it over.
  const type = valueIn(item, 'type') ?? (valueIn(item, 'bridge') === 'true' ? 'bridge' : 'blind');
  const isBridge = type === 'bridge';
  const destination = valueIn(item, 'dest');
  const number =
    destination === undefined || destination === ''
      ? { unknown: valueIn(item, 'destexpr') ?? 'nothing is given' }
      : destination.replace(/^(?:tel|phone):/, '').replace(/;.*$/, '') || { unknown: destination };
  const prompts = firstPrompts(item);
  const failed = dependsOn(item) ? way('noanswer') : next;
  return {
    kind: 'transfer',
    say: readPrompt(prompts, here.reader.language),
    number,
    wait: secondsOf(valueIn(item, 'connecttimeout')),
    to: !isBridge ? undefined : dependsOn(item) ? way('far_end_disconnect') : next,
    failure: failed,
    error: errorWay(here),
  };
}

function opaque(item: XmlElement, next: NodeId): ScriptNode {
  const raw = Object.fromEntries(
    item.attributes
      .filter(({ name }) => name !== '__proto__')
      .map(({ name, value }) => [name, value]),
  );
  const exits = [{ trigger: 'next' as const, to: next }];
  return { kind: 'opaque', vendor: 'voicexml', type: item.local, raw, exits };
}

/** Writes one item of a form, and leads on to the next. */
function mapItem(item: XmlElement, here: Here, next: NodeId): void {
  const { reader, self } = here;
  const { writer, language } = reader;
  const at = placeIn(here, item);
  const prompts = firstPrompts(item);
  switch (item.local) {
    case 'block': {
      const silent = item.children.findIndex((child) => !isHeard(child));
      const lead = silent < 0 ? item.children : item.children.slice(0, silent);
      const to = compile(item.children.slice(lead.length), here, next);
      const say = readPrompt(lead, language);
      const bargeIn = bargeInOf(lead, here.scope);
      writer.add(self, { kind: 'announcement', say, bargeIn, to }, at);
      return;
    }
    case 'field':
      mapField(item, here, next);
      return;
    case 'record': {
      const maxLength = secondsOf(valueIn(item, 'maxtime'));
      const say = readPrompt(prompts, language);
      writer.add(self, { kind: 'voicemail', say, maxLength, to: filled(item, here, next) }, at);
      return;
    }
    case 'transfer':
      writer.add(self, transfer(item, here, next), at, [
        [
          ['number'],
          attributeOf(item, 'dest') &&
            placeOf(here.scope.page.source, attributeOf(item, 'dest')?.valueExtent ?? item.tag),
        ],
      ]);
      return;
    case 'subdialog': {
      const source = valueIn(item, 'src');
      const script = source ?? { unknown: valueIn(item, 'srcexpr') ?? 'nothing is given' };
      const node: ScriptNode = {
        kind: 'subflow',
        script,
        to: filled(item, here, next),
        error: errorWay(here),
      };
      writer.add(self, node, at);
      return;
    }
    default:
      writer.add(self, opaque(item, filled(item, here, next)), at);
  }
}

/** An item that is visited only when a condition holds. */
function conditioned(item: XmlElement, id: NodeId, here: Here, next: NodeId): NodeId {
  const condition = valueIn(item, 'cond');
  if (condition === undefined || condition === 'true') return id;
  const branch = here.reader.writer.freshId(`if-${here.hint}`, 'if');
  const cases = [{ when: 'true', to: id }];
  const node = { kind: 'branch' as const, on: { attribute: condition }, cases, otherwise: next };
  return here.reader.writer.add(branch, node, placeIn(here, item));
}

/** Writes a form: its items in order, then what is done when all have a value; then it is over. */
function mapForm(form: XmlElement, page: Page, start: NodeId, reader: Reader): void {
  const { writer } = reader;
  const items = elementsOf(form, ...itemNames);
  const title = valueIn(form, 'id') ?? page.title;
  const visited = items.filter((item) => {
    const isSet = attributeOf(item, 'expr') !== undefined && item.local !== 'subdialog';
    if (isSet)
      writer.tell(
        `Callers come to this ${item.local} only where it is cleared: it has a value from the start.`,
        placeOf(page.source, item.tag),
      );
    return !isSet || nameOf(item) !== '';
  });
  const ids = new Map(
    visited.map((item, index) => [
      item,
      index === 0
        ? start
        : writer.freshId(`${title}-${nameOf(item) === '' ? item.local : nameOf(item)}`, item.local),
    ]),
  );
  const byName = new Map(visited.toReversed().map((item) => [nameOf(item), ids.get(item)]));
  const named = (name: string) => byName.get(name);
  const hereOf = (self: NodeId, item?: XmlElement): Here => ({
    reader,
    scope: scopeOf(page, item, form),
    self,
    item: named,
    hint: title,
  });
  const finished = elementsOf(form, 'filled').reduceRight<NodeId>(
    (behind, one) => compile(one.children, hereOf(start), behind),
    reader.end(),
  );
  if (visited.length === 0) {
    writer.add(
      start,
      { kind: 'announcement', title, to: finished },
      placeOf(page.source, form.tag),
    );
    return;
  }
  visited.reduceRight<NodeId>((next, item) => {
    const id = ids.get(item) ?? start;
    const here = hereOf(id, item);
    mapItem(item, here, next);
    return conditioned(item, id, here, next);
  }, finished);
}

/** Writes a dialog. */
export function mapDialog(dialog: XmlElement, page: Page, start: NodeId, reader: Reader): void {
  if (dialog.local === 'form') {
    mapForm(dialog, page, start, reader);
    return;
  }
  const hint = valueIn(dialog, 'id') ?? 'menu';
  const scope = scopeOf(page, dialog);
  mapChoices(dialog, { reader, scope, self: start, item: () => undefined, hint });
}
