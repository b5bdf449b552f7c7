import type { readXml } from '../../source/read-xml.ts';
import type { XmlElement } from '../../source/xml-tree.ts';
import type { XmlRecord } from './log-format.ts';
import { foreignLines, linesIn, tagIn } from './xml-marks.ts';

/** A record, or the line where something stands that is none. */
export type XmlReading = XmlRecord | { readonly line: number; readonly problem: XmlProblem };
export type XmlProblem = 'not an XML record' | 'line too long';

export interface XmlReader {
  readonly take: (text: string) => readonly XmlReading[];
  readonly end: () => readonly XmlReading[];
}

/** A record is this long at most, in characters. */
const longestRecord = 16 * 1024 * 1024;

/** How much of a text is there as a whole: its last tag and its last end of a line may be cut. */
function whole(text: string): number {
  const cut = text.lastIndexOf('<');
  if (cut >= 0 && text.length - cut <= longestRecord) return cut;
  return text.endsWith('\r') ? text.length - 1 : text.length;
}

/**
 * Finds the records of a text that holds elements of one name: documents behind each other, each with
 * its own declaration or none, or one document with all of them. No more than one record is kept at
 * once. A record that is broken loses itself; reading goes on with the next one. `read` is what reads
 * XML: who only tells logs apart doesn't load it.
 */
export function createXmlReader(element: string, read: typeof readXml): XmlReader {
  const rootOf = (text: string): XmlElement | undefined => read({ path: 'record.xml', text }).root;
  const [opening, closing] = [`<${element}`, `</${element}`];
  let line = 1;
  let held = '';
  /** How far the text that is held was searched for the end of the record that it begins with. */
  let searched = 0;
  let isInside = false;
  /** The last line on which something between records was told. */
  let foreignLine = 0;
  let readings: XmlReading[] = [];

  const drop = (length: number): void => {
    line += linesIn(held.slice(0, length));
    held = held.slice(length);
    searched = 0;
  };
  const tell = (problem: XmlProblem): void => {
    readings.push({ line, problem });
  };
  const tellForeign = (text: string): void => {
    for (const at of foreignLines(text, line)) {
      if (at > foreignLine) readings.push({ line: at, problem: 'not an XML record' });
      foreignLine = Math.max(foreignLine, at);
    }
  };
  /** Passes over what stands before the next record; whether there is one. */
  const begin = (isEnd: boolean): boolean => {
    const at = tagIn(held, opening, 0);
    const passed = at >= 0 ? at : isEnd ? held.length : whole(held);
    tellForeign(held.slice(0, passed));
    drop(passed);
    isInside = at >= 0;
    return isInside;
  };
  /** Takes the record that begins here, if its end is there. */
  const finish = (): boolean => {
    const at = tagIn(held, closing, searched);
    const end = at < 0 ? -1 : held.indexOf('>', at);
    if (end < 0) {
      searched = Math.max(0, held.length - closing.length - 1);
      if (held.length <= longestRecord) return false;
      tell('line too long');
      drop(opening.length);
      isInside = false;
      return true;
    }
    // One that never ended stands before the one that does.
    const next = tagIn(held, opening, 1);
    if (next >= 0 && next < at) {
      tell('not an XML record');
      drop(next);
      return true;
    }
    const root = rootOf(held.slice(0, end + 1));
    if (root === undefined) tell('not an XML record');
    else readings.push({ line, root });
    drop(end + 1);
    isInside = false;
    return true;
  };
  const given = (): readonly XmlReading[] => {
    const made = readings;
    readings = [];
    return made;
  };

  return {
    take(text) {
      held += text;
      while (isInside ? finish() : begin(false));
      return given();
    },
    end() {
      while (isInside ? finish() : begin(true));
      if (isInside) tell('not an XML record');
      return given();
    },
  };
}
