import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { textBelow } from '../tree-values.ts';
import { placeBelow, placeOf, type Part } from './part.ts';
import { readCondition, type Condition } from './read-condition.ts';
import type { PlacedPath } from '../script-writer.ts';
import { followWay, hasTarget, isLeft, stepsOf, type Here } from './ways.ts';

/** A route that asks for no words of a caller, only for what is known. */
export interface ConditionRoute {
  readonly route: Part;
  readonly condition: Condition;
}

export const conditionOf = (route: Part): Condition =>
  readCondition(textBelow(route.tree, 'condition') ?? '');

type Case = NodeOfKind<'branch'>['cases'][number];

/** True where calls never come past this route. */
export const isFinal = (
  { route, condition }: ConditionRoute,
  isFilled: boolean,
  here: Here,
): boolean =>
  (condition.kind === 'always' || (condition.kind === 'filled' && isFilled)) &&
  (hasTarget(route) || isLeft(stepsOf(route, here)));

interface Group {
  readonly attribute: string;
  readonly isEqual: boolean;
  readonly routes: readonly ConditionRoute[];
}

/** Comparisons of one attribute with one value each are told apart at once. */
function grouped(routes: readonly ConditionRoute[]): readonly Group[] {
  const groups: Group[] = [];
  for (const one of routes) {
    const { condition } = one;
    const attribute = 'attribute' in condition ? condition.attribute : 'page.params.status';
    const isEqual = condition.kind === 'equal';
    const last = groups.at(-1);
    if (isEqual && last?.isEqual === true && last.attribute === attribute)
      groups.splice(-1, 1, { ...last, routes: [...last.routes, one] });
    else groups.push({ attribute, isEqual, routes: [one] });
  }
  return groups;
}

/**
 * The nodes of a page's conditions, one behind the other; `next` is where calls are for which none
 * holds. A route without a target lets those behind it be looked at, too.
 */
export function writeConditions(
  routes: readonly ConditionRoute[],
  here: Here,
  isFilled: boolean,
  first: NodeId | undefined,
  next: () => NodeId,
): NodeId {
  const { writer, use } = here.reader;
  const title = here.page.title;
  const end = routes.findIndex((one) => isFinal(one, isFilled, here));
  const looked = end < 0 ? routes : routes.slice(0, end + 1);
  let goOn: NodeId | undefined;
  const behind = (): NodeId => goOn ?? next();
  const groups = grouped(looked);
  for (const [index, { attribute, routes: own }] of [...groups.entries()].toReversed()) {
    const [one] = own;
    if (one === undefined) continue;
    const isCertain =
      one.condition.kind === 'always' || (one.condition.kind === 'filled' && isFilled);
    const isFirst = index === 0 && first !== undefined;
    if (isCertain) {
      const to = followWay(one.route, here, behind, title);
      goOn = isFirst
        ? writer.add(
            first,
            { kind: 'announcement', bargeIn: false, to, origin: [title] },
            placeOf(here.page.part),
          )
        : to;
      use(one.route, 'condition route', goOn);
      continue;
    }
    const id = isFirst ? first : writer.freshId(`${title}-${attribute}`.slice(0, 50), 'check');
    const rest = behind();
    const cases: Case[] = [];
    const placed: PlacedPath[] = [];
    let otherwise = rest;
    for (const { route, condition } of own) {
      const to = followWay(route, here, () => rest, title);
      const whens = 'whens' in condition ? condition.whens : ['FINAL'];
      const isNegated = condition.kind === 'unequal';
      use(route, 'condition route', id);
      if (isNegated) otherwise = to;
      const added = whens.filter((when) => !cases.some((known) => known.when === when));
      if (added.length === 0)
        writer.tell(`A route above this one takes the same calls.`, placeOf(route));
      for (const when of added) {
        cases.push({ when, to: isNegated ? rest : to });
        placed.push([['cases', cases.length - 1], placeOf(route)]);
        placed.push([['cases', cases.length - 1, 'when'], placeBelow(route, 'condition')]);
      }
    }
    goOn = writer.add(
      id,
      {
        kind: 'branch',
        on: { attribute },
        cases,
        otherwise,
        origin: isFirst ? [title] : undefined,
      },
      placeOf(one.route),
      placed,
    );
  }
  for (const { route } of end < 0 ? [] : routes.slice(end + 1))
    writer.tell('No call comes to this route: one above it takes them all.', placeOf(route));
  return behind();
}
