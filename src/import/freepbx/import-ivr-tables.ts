import { nameFrom, type NodeId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import { placeBetween, type Place, type Source } from '../../source/source.ts';
import type { Extent } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import type { Imported, TextReading } from '../importer.ts';
import { createScriptWriter } from '../script-writer.ts';
import { queueNameOf } from '../asterisk/map-service.ts';
import { createOtherTables, type FoundRow } from './other-tables.ts';
import type { CellAt, RowAt, Tables } from './read-inserts.ts';

/** A sound of the module's own, where a menu says "default". */
const defaultRetry = 'no-valid-responce-pls-try-again';
const defaultFinal = 'no-valid-responce-transfering';

/** What a destination of FreePBX is: `context,extension,priority`. */
function nodeAt(destination: string): ScriptNode {
  const [context = '', extension = ''] = destination.split(',');
  const box = /^(?:vm)[a-z]?(\d+)$/.exec(extension)?.[1];
  switch (true) {
    case context === 'ext-queues': {
      const queue = queueNameOf(extension);
      return { kind: 'queue', title: extension, queue };
    }
    case context === 'app-blackhole' && /^(?:hangup|busy|congestion)$/.test(extension):
      return { kind: 'hangup' };
    case context === 'ext-local' && box !== undefined:
      return {
        kind: 'voicemail',
        title: `Voicemail ${box}`,
        say: { unknown: `the greeting of box ${box}` },
      };
    case /^(?:from-did-direct|ext-local|from-internal|ext-group|ext-findmefollow)$/.test(context) &&
      /^[0-9*#+]+$/.test(extension):
      return { kind: 'transfer', title: `${context} ${extension}`, number: extension };
    default:
      // Another part of FreePBX, whose own tables tell what happens there.
      return {
        kind: 'subflow',
        title: destination,
        script: nameFrom(`${context} ${extension}`, 'elsewhere'),
      };
  }
}

/** Something that stands in a file. */
type Written = Extent & { readonly source: Source };

const isSet = (cell: CellAt | undefined): cell is CellAt => cell !== undefined && cell.text !== '';

/** The recording behind a number of the table of recordings. */
function sayOf(
  cell: CellAt | undefined,
  fallback: string,
  recordings: ReadonlyMap<string, string>,
) {
  if (!isSet(cell) || cell.text === '0') return undefined;
  if (cell.text === 'default') return { recording: fallback };
  const file = recordings.get(cell.text);
  return file === undefined
    ? { unknown: `recording ${cell.text}` }
    : { recording: file.replaceAll('&', ' + ') };
}

/**
 * Imports the IVRs of FreePBX from the rows of `ivr_details` and `ivr_entries`: each a menu, with its
 * retries, and what its destinations are.
 */
export function importIvrTables({ source }: TextReading, tables: Tables): Imported {
  const details = tables.get('ivr_details') ?? [];
  const entries = tables.get('ivr_entries') ?? [];
  const recordings = new Map(
    (tables.get('recordings') ?? []).map(({ cells }): [string, string] => [
      cells.get('id')?.text ?? '',
      cells.get('filename')?.text ?? '',
    ]),
  );
  const place = (at: Written): Place => placeBetween(at.source, at.start, at.end);
  const whole: Written = { source, start: 0, end: 0 };
  const writer = createScriptWriter(source, 'freepbx', place(whole));
  const menus = new Map<string, NodeId>();
  const known = new Map<string, NodeId>();
  const inTables = createOtherTables(tables);
  const waiting: (FoundRow & { readonly id: NodeId; readonly destination: string })[] = [];
  for (const { cells } of details) {
    const id = cells.get('id')?.text ?? '';
    menus.set(
      id,
      writer.freshId(
        `ivr ${cells.get('name')?.text ?? id}`,
        `ivr-${nameFrom(`n${id}`, 'n').slice(1)}`,
      ),
    );
  }

  const to = (cell: CellAt | undefined): NodeId | undefined => {
    if (!isSet(cell)) return undefined;
    const menu = menus.get(/^ivr-(\d+),/.exec(cell.text)?.[1] ?? '');
    const before = menu ?? known.get(cell.text);
    if (before !== undefined) return before;
    const [context = '', extension = ''] = cell.text.split(',');
    const id = writer.freshId(`${context} ${extension}`, 'destination');
    known.set(cell.text, id);
    const found = inTables(cell.text);
    if (found !== undefined) {
      waiting.push({ ...found, id, destination: cell.text });
      return id;
    }
    const node = nodeAt(cell.text);
    if (node.kind === 'subflow') {
      writer.tell(`What "${cell.text}" does stands in other tables of FreePBX.`, place(cell));
    }
    return writer.add(id, { ...node, origin: [cell.text] }, place(cell));
  };

  /** `timeout_…` or `invalid_…`: retries, then where to go; `disabled` ends the call. */
  const retryOf = ({ cells }: RowAt, kind: 'timeout' | 'invalid', own: string | undefined) => {
    const loops = cells.get(`${kind}_loops`)?.text ?? '';
    const retry = sayOf(cells.get(`${kind}_retry_recording`), defaultRetry, recordings);
    if (loops === 'disabled') return { attempts: 1, to: own };
    const attempts = Math.min(20, (/^\d{1,2}$/.test(loops) ? Number(loops) : 0) + 1);
    const destination = cells.get(`${kind}_destination`);
    const last = sayOf(cells.get(`${kind}_recording`), defaultFinal, recordings);
    let target = to(destination);
    if (last !== undefined && target !== undefined && destination !== undefined) {
      const id = writer.freshId(`${cells.get('name')?.text ?? 'ivr'} ${kind} last`, `${kind}-last`);
      target = writer.add(
        id,
        {
          kind: 'announcement',
          say: last,
          bargeIn: false,
          to: target,
          origin: [`ivr_details ${kind}_recording`],
        },
        place(cells.get(`${kind}_recording`) ?? destination),
      );
    }
    return {
      attempts,
      ...(retry === undefined || attempts === 1 ? {} : { say: retry }),
      to: target,
    };
  };

  for (const row of details) {
    const { cells } = row;
    const number = cells.get('id')?.text ?? '';
    const id = menus.get(number);
    if (id === undefined) continue;
    const own = entries.filter((entry) => entry.cells.get('ivr_id')?.text === number);
    const shown = own
      .filter((entry) => /^[0-9*#]{1,8}$/.test(entry.cells.get('selection')?.text ?? ''))
      .toSorted(
        (a, b) =>
          Number(a.cells.get('selection')?.text.replace(/\D/g, '') ?? 0) -
          Number(b.cells.get('selection')?.text.replace(/\D/g, '') ?? 0),
      );
    const special = (name: string) =>
      to(own.find((entry) => entry.cells.get('selection')?.text === name)?.cells.get('dest'));
    const seconds = Number(cells.get('timeout_time')?.text ?? 10);
    const say = sayOf(cells.get('announcement'), 'announcement', recordings);
    const title = cells.get('name');
    const noInput = retryOf(row, 'timeout', special('t'));
    const noMatch = retryOf(row, 'invalid', special('i'));
    const node: NodeOfKind<'menu'> = {
      kind: 'menu',
      ...(isSet(title) ? { title: title.text } : {}),
      ...(say === undefined ? {} : { say }),
      bargeIn: true,
      options: [
        ...shown.map((entry) => ({
          key: entry.cells.get('selection')?.text ?? '',
          to: to(entry.cells.get('dest')),
        })),
        ...own
          .filter((entry) => entry.cells.get('selection')?.text.startsWith('_') === true)
          .map((entry) => ({
            intent: entry.cells.get('selection')?.text ?? '',
            to: to(entry.cells.get('dest')),
          })),
      ],
      noInput: {
        wait: Number.isFinite(seconds) && seconds >= 0 ? seconds : 10,
        ...noInput,
        to: noInput.to as NodeId,
      },
      noMatch: { ...noMatch, to: noMatch.to as NodeId },
      interDigit: 3,
      origin: [`ivr_details ${number}`],
    };
    writer.add(id, node, place(row), [
      ...shown.map((entry, index) => [['options', index], place(entry)] as const),
      [['title'], title === undefined ? undefined : place(title)],
      [['noInput'], placeOf(cells.get('timeout_loops'), place)],
      [['noMatch'], placeOf(cells.get('invalid_loops'), place)],
    ]);
    const direct = cells.get('directdial');
    if (isSet(direct) && direct.text !== '0') {
      writer.tell(
        `Callers of "${title?.text ?? number}" may dial extensions directly; they aren't shown.`,
        place(direct),
      );
    }
    const strict = cells.get('strict_dial_timeout');
    if (strict?.text === '1') {
      writer.tell(
        `"${title?.text ?? number}" has a strict dial timeout: how long it waits behind keys isn't shown.`,
        place(strict),
      );
    }
    for (const entry of own) {
      if (entry.cells.get('ivr_ret')?.text === '1') {
        writer.tell(
          'This option returns to the menu that the call came from; it is led on as written.',
          place(entry),
        );
      }
    }
  }
  for (const { id, row, node, destination } of waiting) {
    const made = node({
      to,
      say: (cell) => sayOf(cell, 'announcement', recordings),
      tell: (message, at) => {
        writer.tell(message, place(at));
      },
    });
    writer.add(id, { ...made, origin: [destination] }, place(row));
  }
  for (const entry of entries) {
    if (!menus.has(entry.cells.get('ivr_id')?.text ?? '')) {
      writer.tell(`This option belongs to an IVR that isn't there.`, place(entry));
    }
  }

  const free = [...menus.values()].filter((id) => !writer.isLedTo(id));
  const starts = free.length > 0 ? free : [...menus.values()].slice(0, 1);
  const document = writer.finish(
    {
      id: nameFrom(fileTitle(source.path), 'freepbx') as NodeId,
      language: 'en',
      defaults: { bargeIn: true },
      entries: starts.map((start) => ({ start })),
    },
    starts.map(() => place(details[0] ?? whole)),
  );
  return {
    documents: starts.length === 0 ? [] : [document],
    findings: [],
    report: {
      flows: details.length,
      blocks: details.length + entries.length,
      ...countNodes(writer.nodes()),
      eventHooks: [],
      unresolved: writer.notes(),
    },
  };
}

const placeOf = (cell: CellAt | undefined, place: (at: Written) => Place): Place | undefined =>
  cell === undefined ? undefined : place(cell);
