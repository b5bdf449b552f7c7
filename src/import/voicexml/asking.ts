import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Place } from '../../source/source.ts';
import {
  allElements,
  attributeOf,
  elementsOf,
  valueIn,
  type XmlElement,
} from '../../source/xml-tree.ts';
import { placeOf } from '../xml-document.ts';
import type { PlacedPath } from '../script-writer.ts';
import { endings } from './compile.ts';
import { eventWay } from './map-way.ts';
import { isHeard, readPrompt } from './read-prompt.ts';
import type { Here } from './reader.ts';
import { bargeInOf, handlerFor, propertyIn, secondsOf } from './scope.ts';

/** A script counts no further. */
const mostAttempts = 20;

type Retry = NonNullable<NodeOfKind<'menu'>['noMatch']>;

const leaves = (handler: XmlElement): boolean =>
  allElements(handler).some(({ local }) => endings.has(local));

/** What is done about silence, or about what isn't offered: how often, what is said, where it ends. */
function retryOn(
  here: Here,
  event: 'noinput' | 'nomatch',
): { retry: Retry; at: Place | undefined } {
  const { scope, reader, self } = here;
  let said: Retry['say'];
  let at: Place | undefined;
  for (let times = 1; times <= mostAttempts; times += 1) {
    const handler = handlerFor(scope, event, times);
    if (handler === undefined) continue;
    at ??= placeOf(handler.source, handler.element.tag);
    if (leaves(handler.element)) {
      const to: NodeId | undefined = eventWay(here, event, times);
      return { retry: { attempts: times, say: said, to }, at };
    }
    const prompt = readPrompt(handler.element.children.filter(isHeard), reader.language);
    if (said !== undefined && prompt !== undefined && handler.count === times)
      reader.writer.tell(
        `After ${times} times callers hear other words than after the first.`,
        placeOf(handler.source, handler.element.tag),
      );
    said ??= prompt;
  }
  // A browser that finds nothing else asks again for ever.
  return { retry: { attempts: mostAttempts, say: said, to: self }, at };
}

/** What every question to callers has in common. */
export interface Asking {
  readonly bargeIn: boolean | undefined;
  readonly noInput: NonNullable<NodeOfKind<'menu'>['noInput']>;
  readonly noMatch: Retry;
  readonly interDigit: number | undefined;
  readonly placed: readonly PlacedPath[];
}

/** Reads how an item waits, and what it does when callers say nothing or something else. */
export function readAsking(item: XmlElement, here: Here): Asking {
  const { scope } = here;
  const prompts = elementsOf(item, 'prompt');
  const own = (name: string) =>
    prompts.map((prompt) => valueIn(prompt, name)).find((one) => one !== undefined);
  const timeout = own('timeout') ?? propertyIn(scope, 'timeout');
  const between = propertyIn(scope, 'interdigittimeout');
  for (const [name, written] of [
    ['timeout', timeout],
    ['interdigittimeout', between],
  ] as const) {
    if (written !== undefined && secondsOf(written) === undefined) {
      const at = prompts
        .map((prompt) => attributeOf(prompt, name))
        .find((one) => one !== undefined);
      here.reader.writer.tell(
        `"${name}" is not a time: ${written}.`,
        placeOf(scope.page.source, at?.valueExtent ?? item.tag),
      );
    }
  }
  const silence = retryOn(here, 'noinput');
  const wrong = retryOn(here, 'nomatch');
  return {
    bargeIn: bargeInOf(prompts, scope),
    noInput: { wait: secondsOf(timeout), ...silence.retry },
    noMatch: wrong.retry,
    interDigit: secondsOf(between),
    placed: [
      [['noInput'], silence.at],
      [['noMatch'], wrong.at],
    ],
  };
}
