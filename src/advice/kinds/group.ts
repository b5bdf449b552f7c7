import { buildCallFlow } from '../../flow/build-call-flow.ts';
import { nodeOf } from '../../flow/call-flow.ts';
import { menuLevels } from '../../flow/menu-levels.ts';
import { nameFrom, nodeId, type NodeId } from '../../script/names.ts';
import { optionLabel } from '../../script/option-label.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { applyEdits } from '../apply-edits.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { moveDemand } from '../demand-seats.ts';
import { isProtected, type Ground, type MenuNumbers } from '../ground.ts';
import { joinedOption } from '../joined-option.ts';
import { isFixed } from '../key-seats.ts';
import { movesInWords } from '../moves-in-words.ts';
import type { ScriptEdit } from '../script-edit.ts';
import { flattenSaving } from './flatten.ts';
import type { Proposal } from './proposal.ts';
import { sum } from './sum.ts';

/** How many options go into one menu at most: one label can't name more of them (judgement). */
const mostGrouped = 3;

/** A name that no node has yet. */
function freeName(ground: Ground, labels: readonly string[]): NodeId {
  const name = nameFrom(labels.join(' '), 'more');
  for (let number = 1; ; number += 1) {
    const own = number === 1 ? name : `${name}-${number}`;
    if (nodeOf(ground.flow, own) === undefined) return nodeId(own);
  }
}

function groupRun(
  ground: Ground,
  numbers: MenuNumbers,
  run: readonly number[],
): Proposal | undefined {
  const { flow, demand, limits, model } = ground;
  const { id, menu, seconds, weights, fullListenShare: q } = numbers;
  const options = run.flatMap((option) => menu.options[option] ?? []);
  const [first] = run;
  if (first === undefined || options.some((option) => isFixed(option) || isProtected(option)))
    return undefined;
  if ((menuLevels(flow).get(id) ?? 0) + 1 > limits.depth) return undefined;
  const joined = joinedOption(ground, { menu: id, option: first }, options);
  if (joined === undefined) return undefined;
  const weight = sum(run.map((option) => weights[option] ?? 0));
  const last = run.at(-1) ?? first;
  const others = weights.map((own, option) => (run.includes(option) ? 0 : own));
  const saving = -flattenSaving({
    weight,
    constant: model.press + model.entry,
    seconds: (seconds[first] ?? 0) + joined.longer,
    inside: sum(run.map((option) => seconds[option] ?? 0)),
    heardBy: q * sum(others) + (1 - q) * sum(others.slice(last + 1)),
  });
  return {
    saving,
    settles: [id],
    make() {
      const labels = options.map(optionLabel);
      const into = freeName(ground, labels);
      const [text] = joined.texts;
      const category = options[0];
      if (text === undefined || category === undefined) return undefined;
      const { noInput, noMatch, bargeIn } = menu;
      const node: NodeOfKind<'menu'> = {
        kind: 'menu',
        ...(bargeIn === undefined ? {} : { bargeIn }),
        options: [],
        ...(noInput === undefined ? {} : { noInput }),
        ...(noMatch === undefined ? {} : { noMatch }),
      };
      const copy = { key: category.key, say: category.say, to: into } as typeof category;
      const opening: readonly ScriptEdit[] = [
        { edit: 'add-node', id: into, node, behind: id },
        { edit: 'insert-option', node: id, place: first, option: copy },
        ...joined.texts.map((words): ScriptEdit => ({ edit: 'text', ...words })),
      ];
      const opened = applyEdits(flow.script, opening);
      if (opened === undefined) return undefined;
      const grouped = run.map((option): Seat => ({ menu: id, option: option + 1 }));
      const isGrouped = new Set(grouped.map(({ option }) => option));
      const arrangements: readonly Arrangement[] = [
        {
          menu: id,
          seats: Array.from({ length: menu.options.length + 1 }, (_, option) => ({
            menu: id,
            option,
          })).filter(({ option }) => !isGrouped.has(option)),
        },
        { menu: into, seats: grouped },
      ];
      const arranged = arrange(buildCallFlow(opened), arrangements, { isOpened: true });
      if (arranged === undefined) return undefined;
      const counts = moveDemand(demand);
      const own = counts.of(id);
      if (own === undefined) return undefined;
      const chosen = run.map((option) => own.choices[option] ?? 0);
      own.choices.splice(first, run.length, sum(chosen));
      const nodes = counts.done();
      const times = sum(chosen);
      const inside = {
        ...{ visits: times, calls: times, hearings: times, choices: chosen },
        languages: demand.nodes.get(id)?.languages ?? [],
        ...{ completed: 0, noInputs: 0, noMatches: 0 },
      };
      const { moves, byHand } = arranged;
      return {
        change: {
          about: { kind: 'group', labels, menu: id, into },
          summary: `“${text.after}”; ${movesInWords(moves)}`,
          edits: [...opening, ...arranged.edits],
          moves,
          byHand: [{ path: joined.path, why: 'other-words' }, ...byHand],
        },
        demand: { ...nodes, nodes: new Map(nodes.nodes).set(into, inside) },
      };
    },
  };
}

/** Options side by side that could stand in a menu of their own. */
export function proposeGroups(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((numbers) =>
    numbers.menu.options.flatMap((_, start) =>
      Array.from({ length: mostGrouped - 1 }, (__, index) => index + 2).flatMap((length) => {
        const run = Array.from({ length }, (__, offset) => start + offset);
        return run.every((option) => option < numbers.menu.options.length)
          ? (groupRun(ground, numbers, run) ?? [])
          : [];
      }),
    ),
  );
}
