import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Place } from '../../source/source.ts';
import { textBelow } from '../tree-values.ts';
import { partsBelow, placeOf, type Part } from './part.ts';
import { hasTarget, isLeft, followWay, stepsOf, type Here } from './ways.ts';

/** A script counts no further. */
const mostAttempts = 20;

type Retry = NonNullable<NodeOfKind<'menu'>['noMatch']>;

/** The handlers in scope, the nearest first: those of a parameter, of the page, of the flow. */
export function handlerLevels(
  { page, reader }: Pick<Here, 'page' | 'reader'>,
  parameter?: Part,
): readonly (readonly Part[])[] {
  const own = page.part === reader.flow.part ? [] : [partsBelow(page.part, 'eventHandlers')];
  return [
    partsBelow(parameter, 'fillBehavior', 'repromptEventHandlers'),
    ...own,
    partsBelow(reader.flow.part, 'eventHandlers'),
  ];
}

export const eventOf = ({ tree }: Part): string => textBelow(tree, 'event') ?? '';

/** The handler of a time: at each level the one with that number, else the default one. */
function handlerFor(
  levels: readonly (readonly Part[])[],
  event: string,
  times: number,
): Part | undefined {
  for (const level of levels) {
    const named = (name: string) => level.find((handler) => eventOf(handler) === name);
    const found = named(`${event}-${times}`) ?? named(`${event}-default`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is done about silence, or about what nothing matches: how often, what is said, where it ends. */
export function readRetry(
  event: 'sys.no-input' | 'sys.no-match',
  here: Here,
  self: NodeId,
  parameter?: Part,
): { readonly retry: Retry; readonly at: Place | undefined } {
  const levels = handlerLevels(here, parameter);
  const { writer, use } = here.reader;
  const seen = new Set<Part['tree']>();
  let say: Retry['say'];
  let at: Place | undefined;
  for (let times = 1; times <= mostAttempts; times += 1) {
    const handler = handlerFor(levels, event, times);
    if (handler === undefined || seen.has(handler.tree)) continue;
    seen.add(handler.tree);
    const place = placeOf(handler);
    at ??= place;
    use(handler, eventOf(handler), self);
    const steps = stepsOf(handler, here);
    if (hasTarget(handler) || isLeft(steps))
      return {
        retry: {
          attempts: times,
          say,
          to: followWay(handler, here, () => self, `after-${self}`, steps),
        },
        at,
      };
    const webhook = steps.find((step) => step.does === 'task' && step.isWebhook);
    const said = steps.find((step) => step.does === 'say');
    const own: Retry['say'] =
      webhook === undefined
        ? said?.does === 'say'
          ? said.say
          : undefined
        : { unknown: 'what the webhook answers' };
    if (webhook !== undefined) writer.tell('A webhook answers here; the script asks again.', place);
    if (steps.some((step) => step.does === 'task' && step.set !== undefined))
      writer.tell('What is set here is not set in the script, which only asks again.', place);
    if (say !== undefined && JSON.stringify(own) !== JSON.stringify(say))
      writer.tell(`After ${times} times callers hear other words than before.`, place);
    say ??= own;
  }
  // An agent whose handlers lead nowhere asks again for ever.
  return { retry: { attempts: mostAttempts, say, to: self }, at };
}
