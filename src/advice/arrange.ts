import { nodeOfKind, type CallFlow } from '../flow/call-flow.ts';
import { menuPrompt } from '../flow/menu-prompt.ts';
import { renameKeys } from '../prompt/rename-keys.ts';
import { spokenKeys } from '../prompt/spoken-keys.ts';
import type { NodeId } from '../script/names.ts';
import { optionLabel } from '../script/option-label.ts';
import type { MenuOption } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { promptWith } from './apply-edits.ts';
import type { OptionMove, WorkByHand } from './change.ts';
import { isFixed, keepsPlaces, keysFor } from './key-seats.ts';
import { respokenPrompts, textsOf } from './respoken-prompts.ts';
import type { ScriptEdit, TextChange } from './script-edit.ts';

/** An option where it stands today. */
export interface Seat {
  readonly menu: NodeId;
  readonly option: number;
  /** It stays where it is, and is offered here as well. */
  readonly isCopy?: boolean;
}

/** Options for a menu, in the order in which they are to be said; its own and those of others. */
export interface Arrangement {
  readonly menu: NodeId;
  readonly seats: readonly Seat[];
  /** The menu goes: what becomes of its keys and prompts makes no difference. */
  readonly isLeft?: boolean;
}

/** What arranging options anew takes. */
export interface Arranged {
  readonly edits: readonly ScriptEdit[];
  readonly moves: readonly OptionMove[];
  readonly byHand: readonly WorkByHand[];
  /** What becomes of the key of each option that stays or moves: by menu and option today. */
  readonly keyOf: (seat: Seat) => string | undefined;
}

const seatName = ({ menu, option, isCopy }: Seat): string =>
  `${menu} ${option}${isCopy === true ? ' again' : ''}`;
const pathOf = ({ menu, option }: Seat): Path => ['nodes', menu, 'options', option];

/** Whether a prompt names keys, or may. */
function namesKeys(flow: CallFlow, prompt: Parameters<typeof textsOf>[0]): boolean {
  return textsOf(prompt, flow.script.language).some(({ text, language }) => {
    const { keys, certain } = spokenKeys(text, language);
    return keys.length > 0 || !certain;
  });
}

/** The words of an option that goes to another menu, with its new key. */
function respokenOption(
  flow: CallFlow,
  seat: Seat,
  option: MenuOption,
  key: string | undefined,
): { readonly texts: readonly TextChange[]; readonly byHand: readonly WorkByHand[] } {
  const path = [...pathOf(seat), 'say'];
  const say: Prompt | undefined = option.say;
  const byHand: WorkByHand[] = [{ path, why: 'other-place' }];
  if (say === undefined) return { texts: [], byHand };
  const renamed = new Map(
    option.key === undefined || key === undefined ? [] : [[option.key, key] as const],
  );
  const texts: TextChange[] = [];
  let isUnclear = false;
  const words = textsOf(say, flow.script.language);
  for (const { key: language, language: spoken, text } of words) {
    const after = option.key === key ? text : renameKeys(text, spoken, renamed);
    if (after === undefined) isUnclear = true;
    else if (after !== text) texts.push({ path, language, before: text, after });
  }
  const isSilent = words.length > 0 && texts.length === 0 && !isUnclear;
  if (option.key !== key) {
    if (say.recording !== undefined && !isSilent) byHand.push({ path, why: 'recording' });
    else if (words.length === 0) byHand.push({ path, why: 'may-name-keys' });
    else if (isUnclear) byHand.push({ path, why: 'unclear' });
  }
  return { texts, byHand };
}

/** An option as it is to be said in another menu, too. */
function copyOf(
  option: MenuOption,
  key: string | undefined,
  texts: readonly TextChange[],
): MenuOption {
  const say = texts.reduce<Prompt | undefined>(
    (prompt, text) => (prompt === undefined ? undefined : promptWith(prompt, text)),
    option.say,
  );
  return { ...option, key, say } as MenuOption;
}

/** Edits that bring options to their places, one after the other, from the lists as they are. */
function placing(
  flow: CallFlow,
  arrangements: readonly Arrangement[],
  copies: ReadonlyMap<string, MenuOption>,
  newKeys: ReadonlyMap<string, string | undefined>,
): readonly ScriptEdit[] {
  const lists = new Map<NodeId, Seat[]>();
  const listOf = (menu: NodeId): Seat[] => {
    const options = nodeOfKind(flow, menu, 'menu')?.options ?? [];
    const list = lists.get(menu) ?? options.map((_, option) => ({ menu, option }));
    lists.set(menu, list);
    return list;
  };
  const placeIn = (menu: NodeId, seat: Seat) =>
    listOf(menu).findIndex((other) => seatName(other) === seatName(seat));
  const keyOf = (seat: Seat) =>
    newKeys.has(seatName(seat))
      ? newKeys.get(seatName(seat))
      : nodeOfKind(flow, seat.menu, 'menu')?.options[seat.option]?.key;
  const edits: ScriptEdit[] = [];
  const wanted = new Set(arrangements.flatMap(({ seats }) => seats.map(seatName)));
  for (const { menu, isLeft } of arrangements) {
    if (isLeft === true) continue;
    for (const seat of [...listOf(menu)].reverse()) {
      if (wanted.has(seatName(seat))) continue;
      const place = placeIn(menu, seat);
      edits.push({ edit: 'remove-option', node: menu, place, key: keyOf(seat) });
      listOf(menu).splice(place, 1);
    }
  }
  for (const { menu, seats } of arrangements) {
    seats.forEach((seat, index) => {
      if (seat.menu === menu) return;
      const copy = copies.get(seatName(seat));
      if (copy !== undefined) {
        const end = Math.min(index, listOf(menu).length);
        edits.push({ edit: 'insert-option', node: menu, place: end, option: copy });
        listOf(menu).splice(end, 0, seat);
        return;
      }
      const place = placeIn(seat.menu, seat);
      const to = { node: menu, place: Math.min(index, listOf(menu).length) };
      edits.push({
        edit: 'move-option',
        node: seat.menu,
        place,
        key: keyOf(seat),
        to,
      });
      listOf(seat.menu).splice(place, 1);
      listOf(menu).splice(to.place, 0, seat);
    });
  }
  for (const { menu, seats } of arrangements) {
    const order = seats.map((seat) => placeIn(menu, seat));
    if (order.some((position, place) => position !== place))
      edits.push({ edit: 'reorder-options', node: menu, order });
  }
  return edits;
}

/**
 * Puts options of menus into new places, in their own menu or in another: keys are given anew so that
 * they rise without gaps, prompts are spoken anew in every language, and what can't be rewritten with
 * certainty is listed. Nothing where a fixed option would lose its place, where the keys of the phone
 * don't suffice, or where a menu that gets or loses options says them all in one text. `isOpened`: a menu
 * has just been made and has no options yet.
 */
export function arrange(
  flow: CallFlow,
  arrangements: readonly Arrangement[],
  { isOpened = false } = {},
): Arranged | undefined {
  const words: ScriptEdit[] = [];
  const keyEdits: ScriptEdit[] = [];
  const moves: OptionMove[] = [];
  const byHand: WorkByHand[] = [];
  const newKeys = new Map<string, string | undefined>();
  const copies = new Map<string, MenuOption>();
  for (const { menu, seats, isLeft } of arrangements) {
    const own = nodeOfKind(flow, menu, 'menu');
    if (own === undefined) return undefined;
    const options = seats.map((seat) => nodeOfKind(flow, seat.menu, 'menu')?.options[seat.option]);
    const after = options.filter((option) => option !== undefined);
    if (after.length < options.length) return undefined;
    if (isLeft === true) continue;
    const foreign = seats.filter((seat) => seat.menu !== menu);
    const isOther = foreign.length > 0 || seats.length !== own.options.length;
    const arrives = after.filter((_, index) => seats[index]?.menu !== menu);
    if (arrives.some(isFixed) || !keepsPlaces(own.options, after)) return undefined;
    const isSaidApart = isOpened || own.options.some(({ say }) => say !== undefined);
    if (isOther && !isSaidApart) return undefined;
    const keys = keysFor(own.options, after);
    if (keys === undefined) return undefined;

    const renamed = new Map<string, string>();
    seats.forEach((seat, place) => {
      const [option, key] = [after[place], keys[place]];
      if (option === undefined) return;
      newKeys.set(seatName(seat), key);
      const isCopy = seat.isCopy === true;
      if (option.key !== key && !isCopy) {
        const at = pathOf(seat);
        keyEdits.push({ edit: 'field', at, field: 'key', before: option.key, after: key });
        if (seat.menu === menu && option.key !== undefined && key !== undefined)
          renamed.set(option.key, key);
      }
      if (option.key !== key || seat.menu !== menu) {
        moves.push({
          option: seat.option,
          label: optionLabel(option),
          from: { menu: seat.menu, place: seat.option + 1, key: option.key ?? '' },
          to: { menu, place: place + 1, key: key ?? '' },
        });
      }
      if (seat.menu === menu) return;
      const spoken = respokenOption(flow, seat, option, key);
      if (isCopy) copies.set(seatName(seat), copyOf(option, key, spoken.texts));
      else words.push(...spoken.texts.map((text): ScriptEdit => ({ edit: 'text', ...text })));
      byHand.push(...spoken.byHand);
    });
    const stays = new Set(seats.filter((seat) => seat.menu === menu).map(({ option }) => option));
    const leaves = (path: Path) =>
      path[1] === menu && path[2] === 'options' && !stays.has(Number(path[3]));
    const spoken = respokenPrompts(flow, menu, renamed, leaves);
    words.push(...spoken.texts.map((text): ScriptEdit => ({ edit: 'text', ...text })));
    byHand.push(...spoken.byHand);
    if (!isOther) continue;
    const told = new Set(spoken.byHand.map(({ path }) => path.join('/')));
    for (const { prompt, path, role } of menuPrompt(flow, menu, flow.script.language).pieces) {
      if (role === 'option' || told.has(path.join('/')) || !namesKeys(flow, prompt)) continue;
      byHand.push({ path, why: 'names-options' });
    }
  }
  return {
    edits: [...words, ...keyEdits, ...placing(flow, arrangements, copies, newKeys)],
    moves,
    byHand,
    keyOf: (seat) => newKeys.get(seatName(seat)),
  };
}
