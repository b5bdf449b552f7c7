import type { JsonRecord } from './log-format.ts';
import { recordsIn, type JsonLayout } from './records-in.ts';

/** A record, or the line where something stands that is none. */
export type JsonReading = JsonRecord | { readonly line: number; readonly problem: JsonProblem };
export type JsonProblem = 'not a JSON object' | 'line too long';

export interface JsonReader {
  readonly take: (text: string) => readonly JsonReading[];
  readonly end: () => readonly JsonReading[];
}

/** No record is longer, in characters. */
const longestRecord = 16 * 1024 * 1024;

const outside = /["{}[\]\n]/g;
const inside = /["\\\n]/g;

/**
 * Finds the records of a text that holds values of JSON behind each other, over any number of lines:
 * objects, texts, lists of them, or wrappers with lists. No more than one record is kept at once, so a
 * list may be as long as it likes. A record that is broken loses itself, and what can't be told from
 * it; reading goes on with what next begins as one.
 */
export function createJsonReader({ lists, mayFollowText = false }: JsonLayout): JsonReader {
  let line = 1;
  /** How deep the text is; what stands deeper than `base` belongs to a record. */
  let depth = 0;
  let base = 0;
  /** Whether the value around is a wrapper, of which everything but its lists is passed over. */
  let isWrapped = false;
  let isSkipping = false;
  let isQuoted = false;
  let isEscaped = false;
  let name = '';
  let isNaming = false;
  /** The signs that opened what is open of the record, and the last sign that is no blank. */
  let opened: string[] = [];
  let lastSign = '';
  /** What is kept of the record that is open; nothing between records. */
  let held: string[] | undefined;
  let heldLength = 0;
  let firstLine = 0;
  /** The last lines on which other text stood, a record began or ended, and a problem was told. */
  let textLine = 0;
  let recordLine = 0;
  let toldLine = 0;
  let readings: JsonReading[] = [];

  const tell = (at: number, problem: JsonProblem): void => {
    if (toldLine < at) readings.push({ line: at, problem });
    toldLine = Math.max(toldLine, at);
  };
  const begin = (): void => {
    held = [];
    opened = [];
    heldLength = 0;
    firstLine = line;
    recordLine = line;
  };
  const keep = (text: string): void => {
    if (held === undefined) return;
    heldLength += text.length;
    if (heldLength <= longestRecord) held.push(text);
    else held.length = 0;
  };
  const finish = (): void => {
    if (held === undefined) return;
    recordLine = line;
    const text = held.join('');
    held = undefined;
    if (heldLength > longestRecord) {
      tell(firstLine, 'line too long');
      return;
    }
    try {
      for (const value of recordsIn(JSON.parse(text), lists))
        readings.push({ line: firstLine, value });
    } catch {
      tell(firstLine, 'not a JSON object');
    }
  };
  /** Lets go of a record that is broken. */
  const giveUp = (): void => {
    if (held !== undefined) tell(firstLine, 'not a JSON object');
    held = undefined;
    depth = base;
    isQuoted = false;
    isEscaped = false;
    isSkipping = false;
  };
  /** What stands between records, where only blanks and commas should. */
  const passOver = (text: string): void => {
    if (held !== undefined || isWrapped || !/[^\s,\uFEFF]/.test(text)) return;
    textLine = line;
    if (!mayFollowText) tell(line, 'not a JSON object');
  };

  const open = (sign: string): void => {
    // In an object a value follows a colon; what doesn't is the beginning of another record.
    if (held !== undefined && opened.at(-1) === '{' && lastSign !== ':') giveUp();
    const isList = sign === '[';
    if (depth === 0 && isList) base = 1;
    else if (depth === 1 && isList && (isWrapped || base === 0) && lists.includes(name)) {
      held = undefined;
      opened = [];
      base = 2;
      isWrapped = false;
    } else if (depth === base) {
      if (isWrapped) isSkipping = true;
      else begin();
    }
    depth += 1;
    if (held !== undefined) opened.push(sign);
    keep(sign);
  };
  const close = (sign: string): void => {
    keep(sign);
    opened.pop();
    depth = Math.max(0, depth - 1);
    if (depth === base) {
      isSkipping = false;
      finish();
    } else if (depth < base) {
      isWrapped = base === 2 && depth === 1;
      base = depth;
      if (depth === 0) isWrapped = false;
    }
  };
  const quote = (): void => {
    if (!isQuoted) {
      const isField = depth === 1 && (isWrapped || base === 0);
      isNaming = isField;
      if (isField) name = '';
      else if (held === undefined && !isSkipping) begin();
    }
    isQuoted = !isQuoted;
    keep('"');
    if (!isQuoted && depth === base && !isWrapped) finish();
  };
  const endLine = (): void => {
    if (isQuoted) giveUp();
    else keep('\n');
    if (textLine === line && recordLine !== line && held === undefined)
      tell(line, 'not a JSON object');
    line += 1;
  };
  const given = (): readonly JsonReading[] => {
    const made = readings;
    readings = [];
    return made;
  };

  /**
   * Takes a record that is alone in its line, as most are, without looking at its signs one by one.
   * Returns the place behind it, or nothing where the line is something else.
   */
  const takeLine = (text: string, from: number): number | undefined => {
    if (depth > 0 || isQuoted || text[from] !== '{') return undefined;
    const end = text.indexOf('\n', from);
    if (end < 0 || end - from > longestRecord) return undefined;
    const last = text[end - 1] === '\r' ? end - 2 : end - 1;
    if (text[last] !== '}') return undefined;
    try {
      const parsed: unknown = JSON.parse(text.slice(from, end));
      for (const value of recordsIn(parsed, lists)) readings.push({ line, value });
    } catch {
      return undefined;
    }
    recordLine = line;
    lastSign = '}';
    return end;
  };

  return {
    take(text) {
      let from = 0;
      while (from < text.length) {
        from = takeLine(text, from) ?? from;
        if (isEscaped) {
          isEscaped = false;
          keep(text[from] ?? '');
          from += 1;
          continue;
        }
        const signs = isQuoted ? inside : outside;
        signs.lastIndex = from;
        const at = signs.exec(text)?.index ?? text.length;
        const between = text.slice(from, at);
        if (!isQuoted) {
          passOver(between);
          lastSign = between.trimEnd().at(-1) ?? lastSign;
        } else if (isNaming && name.length < 64) name += between;
        keep(between);
        const sign = text[at] ?? '';
        from = at + 1;
        if (sign === '\n') endLine();
        else if (sign === '"') quote();
        else if (sign === '{' || sign === '[') open(sign);
        else if (sign === '}' || sign === ']') close(sign);
        else if (sign === '\\') {
          keep(sign);
          isEscaped = true;
        }
        if (sign !== '\n' && sign !== '') lastSign = sign;
      }
      return given();
    },
    end() {
      endLine();
      giveUp();
      return given();
    },
  };
}
