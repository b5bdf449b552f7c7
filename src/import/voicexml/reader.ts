import type { NodeId } from '../../script/names.ts';
import type { Place } from '../../source/source.ts';
import { valueIn, type XmlElement } from '../../source/xml-tree.ts';
import type { ScriptWriter } from '../script-writer.ts';
import { placeOf } from '../xml-document.ts';
import type { Known } from './condition.ts';
import type { Found, Page, Pages } from './page.ts';
import type { Scope } from './scope.ts';

/** A dialog that calls come to, and still has to be written. */
export interface Waiting {
  readonly page: Page;
  readonly dialog: XmlElement;
}

/** What all parts of a document's import share. */
export interface Reader {
  readonly writer: ScriptWriter;
  readonly pages: Pages;
  readonly language: string;
  /** The node that a dialog begins with; it is written later. */
  readonly dialogId: (page: Page, dialog: XmlElement) => NodeId;
  readonly end: () => NodeId;
  /** Handlers that are being read: one that throws into itself asks again. */
  readonly open: Set<string>;
  /** Handlers that were read, by what they were read for. */
  readonly handled: Map<string, NodeId>;
}

/** Where executable content stands. */
export interface Here {
  readonly reader: Reader;
  readonly scope: Scope;
  /** Where callers are asked again. */
  readonly self: NodeId;
  /** What callers are called back to with `nextitem`, and what `clear` empties. */
  readonly item: (name: string) => NodeId | undefined;
  /** What nodes are named after. */
  readonly hint: string;
  readonly known?: Known | undefined;
}

export const placeIn = ({ scope }: Here, element: XmlElement): Place =>
  placeOf(scope.page.source, element.tag);

const named = new WeakMap<Page, ReadonlyMap<string, XmlElement>>();

/** The dialogs of a document by their names; of several with one name the first counts. */
function dialogsOf(page: Page): ReadonlyMap<string, XmlElement> {
  const known = named.get(page);
  if (known !== undefined) return known;
  const made = new Map(
    page.dialogs.toReversed().flatMap((one): readonly (readonly [string, XmlElement])[] => {
      const id = valueIn(one, 'id');
      return id === undefined ? [] : [[id, one]];
    }),
  );
  named.set(page, made);
  return made;
}

/** The dialog that a reference leads to: the one of that name, or the document's first. */
export function dialogOf({ page, dialog }: Found): XmlElement | undefined {
  return dialog === undefined ? page.dialogs[0] : dialogsOf(page).get(dialog);
}
