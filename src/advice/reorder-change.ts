import type { CallFlow } from '../flow/call-flow.ts';
import { reorderMenuText, splitMenuText } from '../prompt/split-menu-text.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption, NodeOfKind } from '../script/script.ts';
import { optionLabel } from '../script/option-label.ts';
import { pinReason } from '../script/pinned-option.ts';
import { respokenPrompts, textsOf } from './respoken-prompts.ts';
import type { Change, OptionMove } from './change.ts';
import type { ScriptEdit, TextChange } from './script-edit.ts';

const isFixed = (option: MenuOption): boolean => pinReason(option, true) !== undefined;

function movesOf(
  menu: NodeId,
  options: readonly MenuOption[],
  order: readonly number[],
): readonly OptionMove[] {
  return order.flatMap((position, place): readonly OptionMove[] => {
    const option = options[position];
    const [from, to] = [option?.key, options[place]?.key];
    if (option === undefined || position === place || from === undefined || to === undefined) {
      return [];
    }
    const label = optionLabel(option);
    return [
      {
        option: position,
        label,
        from: { menu, place: position + 1, key: from },
        to: { menu, place: place + 1, key: to },
      },
    ];
  });
}

/** The menu's own text with its sentences in the new order; nothing where that isn't certain. */
function reorderedHeader(
  flow: CallFlow,
  id: NodeId,
  menu: NodeOfKind<'menu'>,
  order: readonly number[],
  renamed: ReadonlyMap<string, string>,
): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  const options = order.map((position, place): MenuOption => {
    const key = menu.options[place]?.key;
    return { ...menu.options[position], ...(key === undefined ? {} : { key }) };
  });
  if (menu.say === undefined) return undefined;
  for (const { key, language, text } of textsOf(menu.say, flow.script.language)) {
    const split = splitMenuText(text, language, menu.options, isFixed);
    if (typeof split === 'string') return undefined;
    const after = reorderMenuText(split, language, order, renamed);
    if (after === undefined) return undefined;
    if (typeof splitMenuText(after, language, options, isFixed) === 'string') return undefined;
    changes.push({ path: ['nodes', id, 'say'], language: key, before: text, after });
  }
  return changes;
}

/**
 * The change that puts a menu's options into another order. Keys stay with their places, so numbers
 * keep rising; an option that moves takes the key of its new place, and prompts are spoken anew.
 * Nothing where the options are said in one text that can't be put in order with certainty.
 */
export function reorderChange(
  flow: CallFlow,
  id: NodeId,
  menu: NodeOfKind<'menu'>,
  order: readonly number[],
): Change | undefined {
  const moves = movesOf(id, menu.options, order);
  const renamed = new Map(
    moves.filter(({ from, to }) => from.key !== to.key).map(({ from, to }) => [from.key, to.key]),
  );
  const inOneText = menu.options.every((option) => option.say === undefined);
  const header = inOneText ? reorderedHeader(flow, id, menu, order, renamed) : [];
  if (header === undefined) return undefined;
  const isHeader = (path: readonly (string | number)[]) =>
    inOneText && path.length === 3 && path[1] === id && path[2] === 'say';
  const { texts, byHand } = respokenPrompts(flow, id, renamed, isHeader);
  const words = [...header, ...texts].map((text): ScriptEdit => ({ edit: 'text', ...text }));
  const keys = moves
    .filter(({ from, to }) => from.key !== to.key)
    .map(({ option, from, to }): ScriptEdit => ({
      edit: 'field',
      at: ['nodes', id, 'options', option],
      field: 'key',
      before: from.key,
      after: to.key,
    }));
  return {
    about: { kind: 'reorder', menu: id, order },
    summary: moves.map(({ label, from, to }) => `${label}: ${from.key} → ${to.key}`).join(', '),
    edits: [...words, ...keys, { edit: 'reorder-options', node: id, order }],
    moves,
    byHand,
  };
}
