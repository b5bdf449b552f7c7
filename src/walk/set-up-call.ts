import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import { parseDrills } from '../routing/parse-drill.ts';
import { isTimeZone } from '../routing/zone-offsets.ts';
import { languagePattern, type Language } from '../script/values.ts';
import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { CallStart } from './follow-call.ts';
import { parseMoment } from './parse-moment.ts';
import type { OffsetAt } from './window.ts';
import { loadRouting, worldAt } from './world-at.ts';
import type { World } from './world.ts';
import { unaskedNotes } from './unasked-notes.ts';
import { unspokenNote } from './unspoken-note.ts';
import { loadZoneClock } from './zone-clock.ts';

/** How a call is asked for, in a user's words. */
export interface CallRequest {
  /** The moment now, in milliseconds since 1970: for weekdays, and for a call without a moment. */
  readonly now: number;
  /** When the call begins: see `parseMoment`. */
  readonly at?: string | undefined;
  /** What fails: see `parseDrill`. */
  readonly drills?: readonly string[] | undefined;
  /** Attributes and results that are known: `name=value`. */
  readonly known?: readonly string[] | undefined;
  readonly language?: Language | undefined;
  /** Which entry is dialled, from 1. */
  readonly entry?: number | undefined;
}

/** All that a call needs before it begins. */
export interface CallSetup {
  readonly world: World;
  readonly start: CallStart;
  readonly drills: readonly Drill[];
  /** The zone whose wall clock counts. */
  readonly zone: string;
  readonly offsetAt: OffsetAt;
  /** What had to be decided, in sentences. */
  readonly notes: readonly string[];
}

function knownFrom(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair): readonly [string, string] => {
      const sign = pair.indexOf('=');
      if (sign > 0) return [pair.slice(0, sign).trim(), pair.slice(sign + 1)];
      throw new IvrError('usage', `"${printable(pair)}" sets nothing.`, {
        help: 'Write a name and a value: --set segment=gold.',
      });
    }),
  );
}

function entryFrom({ script }: CallFlow, entry: number | undefined): number | undefined {
  if (entry === undefined || (entry >= 1 && entry <= script.entries.length))
    return entry === undefined ? undefined : entry - 1;
  const entries = script.entries.map(
    ({ title, start }, index) => `${index + 1} (${printable(title ?? start)})`,
  );
  throw new IvrError('usage', `The menu has no entry ${entry}.`, {
    help: `Its entries are: ${entries.slice(0, 12).join(', ')}.`,
  });
}

function languageFrom(language: string | undefined): Language | undefined {
  if (language === undefined || languagePattern.test(language)) return language;
  throw new IvrError('usage', `"${printable(language)}" is not a language.`, {
    help: 'Write a BCP 47 tag such as en, el or pt-BR.',
  });
}

/**
 * Prepares a call: reads what was asked for, and loads what a directory says of that moment. Throws an
 * IvrError `usage` for a moment, a drill, a value, an entry or a language that can't be.
 */
export async function setUpCall(
  flow: CallFlow,
  directory: Directory | undefined,
  request: CallRequest,
): Promise<CallSetup> {
  const entry = entryFrom(flow, request.entry);
  const language = languageFrom(request.language);
  const attributes = knownFrom(request.known ?? []);
  const drills = parseDrills(request.drills ?? [], flow, directory);
  const own = directory?.timeZone ?? 'UTC';
  const zone = isTimeZone(own) ? own : 'UTC';
  const offsetAt = await loadZoneClock(zone);
  const { now, at } = request;
  const moment =
    at === undefined ? { at: now, note: undefined } : parseMoment(at, { now, zone, offsetAt });
  const routing = directory === undefined ? undefined : await loadRouting(directory);
  const unspoken = unspokenNote(flow, language);
  return {
    world: worldAt(routing, { start: moment.at, drills, attributes }),
    start: { entry, language },
    drills,
    zone,
    offsetAt,
    notes: [
      ...(moment.note === undefined ? [] : [moment.note]),
      ...(unspoken === undefined ? [] : [unspoken]),
      ...unaskedNotes(flow, Object.keys(attributes)),
      ...(zone === own ? [] : [`There is no time zone "${own}": times are in UTC.`]),
      ...(directory === undefined
        ? ['There is no directory: everything is assumed to be open and staffed.']
        : []),
    ],
  };
}
