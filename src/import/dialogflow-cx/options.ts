import type { NodeId } from '../../script/names.ts';
import type { MenuOption } from '../../script/script.ts';
import type { PlacedPath } from '../script-writer.ts';
import { textBelow } from '../tree-values.ts';
import { isWelcome, lastPart } from './agent.ts';
import { conditionOf, writeConditions } from './conditions.ts';
import { routesOf } from './flow-reader.ts';
import { placeBelow, placeOf, type Part } from './part.ts';
import { followWay, stepsOf, type GoOn, type Here } from './ways.ts';

export const intentOf = ({ tree }: Part): string | undefined => textBelow(tree, 'intent');

/** The routes of a flow count on every page: no more than these are shown for all pages together. */
const mostShared = 50_000;

/** The intent routes in scope at a page: its own, then those of the flow, each intent once. */
export function intentRoutes({ page, reader }: Pick<Here, 'page' | 'reader'>): readonly Part[] {
  const { flow, writer } = reader;
  const shared = page.part === flow.part ? [] : routesOf(flow, reader);
  const most = Math.ceil(mostShared / Math.max(1, flow.pages.length));
  const [left] = shared.slice(most);
  if (left !== undefined)
    writer.tell(
      `From here on, ${shared.length - most} routes of the flow are left out on its pages: they are too many.`,
      placeOf(left),
    );
  const known = new Set<string>();
  return [...routesOf(page, reader), ...shared.slice(0, most)].filter((route) => {
    const intent = intentOf(route);
    if (intent === undefined || isWelcome(intent) || known.has(intent)) return false;
    known.add(intent);
    return true;
  });
}

/** The key of an intent that keys can match; patterns with more than keys in them are told. */
function keyOf(intent: string, route: Part, { reader }: Here): string | undefined {
  const [, named] = /^dtmf[ _-]?([0-9*#])$/i.exec(intent) ?? [];
  const pattern = reader.agent.patternOf(intent) ?? named;
  if (pattern === undefined) return undefined;
  const key = pattern.replace(/\\([*#])/g, '$1');
  if (/^[0-9*#]{1,8}$/.test(key) && !/^\*|[0-9]\*/.test(pattern)) return key;
  if (pattern === '*') return pattern;
  reader.writer.tell(
    `Keys match "${lastPart(intent)}" by a pattern that is more than keys.`,
    placeOf(route),
  );
  return undefined;
}

/** What one option does: where it leads, and what it sets without asking anybody. */
function wayOf(
  route: Part,
  here: Here,
  goOn: GoOn,
  wanted: string,
): Pick<MenuOption, 'to' | 'do' | 'set'> {
  const steps = stepsOf(route, here);
  const isSetting = (step: (typeof steps)[number]) => step.does === 'task' && !step.isWebhook;
  const setting = steps.find(isSetting);
  const set = setting?.does === 'task' ? setting.set : undefined;
  const rest = steps.filter((step) => !isSetting(step));
  if (rest.length === 0 && textBelow(route.tree, 'targetPage') === 'PREVIOUS_PAGE')
    return { do: 'back', set };
  return { to: followWay(route, here, goOn, wanted, rest), set };
}

/** Options with their places, by intents; `goOn` is where calls go on that a route leads nowhere. */
export function intentOptions(
  here: Here,
  self: NodeId,
  goOn: GoOn,
): { readonly options: readonly MenuOption[]; readonly at: readonly Part[] } {
  const { reader } = here;
  const at = intentRoutes(here);
  const options = at.map((route): MenuOption => {
    const intent = intentOf(route) ?? '';
    const key = keyOf(intent, route, here);
    reader.use(route, `intent route ${lastPart(intent)}`, self);
    const condition = conditionOf(route);
    if (condition.kind === 'always')
      return { key, intent: lastPart(intent), ...wayOf(route, here, goOn, lastPart(intent)) };
    const to = writeConditions([{ route, condition }], here, false, undefined, goOn);
    return { key, intent: lastPart(intent), to };
  });
  return { options, at };
}

/** Options by key: the values of the one parameter that a page asks for. */
export function keyOptions(
  routes: readonly { readonly route: Part; readonly key: string }[],
  here: Here,
  self: NodeId,
): readonly MenuOption[] {
  return routes.map(({ route, key }) => {
    here.reader.use(route, 'condition route', self);
    return { key, ...wayOf(route, here, () => self, `${here.page.title}-${key}`) };
  });
}

export const optionPlaces = (parts: readonly Part[]): readonly PlacedPath[] =>
  parts.flatMap((part, index): readonly PlacedPath[] => [
    [['options', index], placeOf(part)],
    [['options', index, 'to'], placeBelow(part, 'targetPage')],
  ]);
