import type { Extent } from '../../source/tree.ts';
import type { Link, Way } from '../exit-slot.ts';
import { gatheredMenuOf, type GatheredMenu } from './gathered-menu.ts';
import { retryLimitOf, type RetryLimit } from './retry-counter.ts';
import { linkOf, transitionOf, type Widget } from './widget.ts';

/** What happens to callers who don't answer as asked. */
export interface Retries {
  /** Where Studio sends them; several where keys and speech lead apart. */
  readonly ways: readonly Way[];
  /** The counter that sends them round again, where the flow has one. */
  readonly limit: RetryLimit | undefined;
  readonly at: Extent;
}

/** A `gather-input-on-call` with all the widgets that make one question of it. */
export interface Question {
  /** The choices; nothing where a number is asked for. */
  readonly menu: GatheredMenu | undefined;
  readonly noInput: Retries;
  readonly noMatch: Retries;
}

/** The way that an event of a widget takes. */
export function wayOf(widget: Widget, event: string): Way {
  const link = linkOf(widget, event);
  return { when: event, at: transitionOf(widget, event)?.at ?? link.at, link };
}

/** Reads the question that a gather asks: its menu, and its limits of retries. */
export function questionOf(
  gather: Widget,
  widgetAt: (link: Link | undefined) => Widget | undefined,
  startCount: (variable: string) => number | undefined,
): Question {
  const menu = gatheredMenuOf(gather, widgetAt);
  const retries = (ways: readonly Way[]): Retries => {
    const [first] = ways;
    const isOne =
      first !== undefined && ways.every(({ link }) => link.target === first.link.target);
    return {
      ways,
      limit: isOne ? retryLimitOf(gather, first.link, widgetAt, startCount) : undefined,
      at: first?.at ?? gather.at,
    };
  };
  return {
    menu,
    noInput: retries([wayOf(gather, 'timeout')]),
    // A number can't be spoken: who speaks has not answered.
    noMatch: retries(menu?.noMatch ?? [wayOf(gather, 'speech')]),
  };
}

/** The widgets behind the gather that are part of its question. */
export function partsOf({ menu, noInput, noMatch }: Question): readonly Widget[] {
  return [
    ...(menu?.splits ?? []),
    ...(noInput.limit?.widgets ?? []),
    ...(noMatch.limit?.widgets ?? []),
  ];
}
