import { createJsonNesting } from './json-nesting.ts';
import { createJsonSigns } from './json-signs.ts';
import type { JsonRecord } from './log-format.ts';
import { createOpenRecord, longestRecord } from './open-record.ts';
import { recordsIn, type JsonLayout } from './records-in.ts';

/** A record, or the line where something stands that is none. */
export type JsonReading = JsonRecord | { readonly line: number; readonly problem: JsonProblem };
export type JsonProblem = 'not a JSON object' | 'line too long';

export interface JsonValueReader {
  readonly take: (text: string) => readonly JsonReading[];
  readonly end: () => readonly JsonReading[];
}

interface Readings {
  /** Adds the records in a text that is one value; false where it is none. */
  readonly addFrom: (line: number, text: string) => boolean;
  /** Tells of a problem, once a line. */
  readonly tell: (line: number, problem: JsonProblem) => void;
  /** What was added since the last time. */
  readonly given: () => readonly JsonReading[];
}

function createReadings(lists: readonly string[]): Readings {
  let readings: JsonReading[] = [];
  let toldLine = 0;
  return {
    addFrom(line, text) {
      try {
        for (const value of recordsIn(JSON.parse(text), lists)) readings.push({ line, value });
        return true;
      } catch {
        return false;
      }
    },
    tell(line, problem) {
      if (toldLine < line) readings.push({ line, problem });
      toldLine = Math.max(toldLine, line);
    },
    given() {
      const made = readings;
      readings = [];
      return made;
    },
  };
}

/** Where the line ends that begins here and looks like an object, alone in it. */
function endOfObjectLine(text: string, from: number): number | undefined {
  if (text[from] !== '{') return undefined;
  const end = text.indexOf('\n', from);
  if (end < 0 || end - from > longestRecord) return undefined;
  const last = text[end - 1] === '\r' ? end - 2 : end - 1;
  return text[last] === '}' ? end : undefined;
}

/** No list of records has a longer name. */
const longestName = 64;

/**
 * Finds the records of a text that holds values of JSON behind each other, over any number of lines:
 * objects, texts, lists of them, or wrappers with lists. No more than one record is kept at once, so a
 * list may be as long as it likes. A record that is broken loses itself, and what can't be told from
 * it; reading goes on with what next begins as one.
 */
export function createJsonValueReader({
  lists,
  mayFollowText = false,
}: JsonLayout): JsonValueReader {
  const nesting = createJsonNesting(lists);
  const record = createOpenRecord();
  const readings = createReadings(lists);
  /** What is being read, and the line in it. */
  let piece = '';
  let line = 1;
  /** The last lines in which other text stood, and in which a record began or ended. */
  let textLine = 0;
  let recordLine = 0;
  let name = '';
  let isNaming = false;
  /** The last sign outside quotes that is no blank. */
  let lastSign = '';

  const begin = (at: number): void => {
    record.begin(line, at);
    recordLine = line;
  };
  /** A value ends here, which may be a record. */
  const finish = (at: number): void => {
    const ended = nesting.endsRecord() ? record.end(piece, at) : undefined;
    if (ended === undefined) return;
    recordLine = line;
    if (ended.text === undefined) readings.tell(ended.line, 'line too long');
    else if (!readings.addFrom(ended.line, ended.text))
      readings.tell(ended.line, 'not a JSON object');
  };
  const giveUp = (): void => {
    const broken = record.drop();
    if (broken !== undefined) readings.tell(broken, 'not a JSON object');
    nesting.giveUp();
  };

  const signs = createJsonSigns({
    // Most records are alone in their line: they need no look at their signs.
    takeWhole(text, from) {
      const end = nesting.isOutside() ? endOfObjectLine(text, from) : undefined;
      if (end === undefined || !readings.addFrom(line, text.slice(from, end))) return from;
      recordLine = line;
      lastSign = '}';
      return end;
    },
    open(sign, at) {
      // In an object a value follows a colon; what doesn't is the beginning of another record.
      if (record.isInObject() && lastSign !== ':') giveUp();
      const opening = nesting.open(sign, name);
      // What looked like a record is a wrapper.
      if (opening === 'list of records') record.drop();
      else if (opening === 'record') begin(at);
      record.open(sign);
      lastSign = sign;
    },
    close(at) {
      record.close();
      nesting.close();
      finish(at);
      lastSign = '}';
    },
    openQuote(at) {
      isNaming = nesting.isAtField();
      if (isNaming) name = '';
      else if (!record.isOpen() && !nesting.isPassingOver()) begin(at);
    },
    closeQuote(at) {
      finish(at);
      lastSign = '"';
    },
    plain(text) {
      lastSign = text.trimEnd().at(-1) ?? lastSign;
      // Between records only blanks and commas should stand.
      if (record.isOpen() || nesting.isInWrapper() || !/[^\s,\uFEFF]/.test(text)) return;
      textLine = line;
      if (!mayFollowText) readings.tell(line, 'not a JSON object');
    },
    quoted(text) {
      if (isNaming && name.length < longestName) name += text;
    },
    breakQuote: giveUp,
    endLine() {
      if (textLine === line && recordLine !== line && !record.isOpen())
        readings.tell(line, 'not a JSON object');
      line += 1;
    },
  });

  return {
    take(text) {
      piece = text;
      signs.take(text);
      record.keep(text);
      return readings.given();
    },
    end() {
      signs.end();
      giveUp();
      return readings.given();
    },
  };
}
