import type { People } from '../routing/staffed-by.ts';
import { isImported } from '../script/is-imported.ts';
import type { QueueId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';
import { calendarStates, type CalendarState } from '../script/vocabulary.ts';
import { shareWidths } from '../walk/branch-case.ts';
import { goTo } from '../walk/moves.ts';
import { alwaysOpen } from '../walk/world.ts';
import { otherValue } from './asked-names.ts';
import { badly } from './badly.ts';
import type { Bits } from './bits.ts';
import type { QueueWord } from './conditions.ts';
import { queueOf } from './met-names.ts';
import type { Move } from './move.ts';
import type { At } from './routes.ts';
import { callAt, spotOf } from './spot.ts';
import { atOnce } from './step-seconds.ts';
import { take, type TakenWith } from './take.ts';

const next = { do: 'next' } as const;

/** One way of a branch, by the step function. */
function way(at: At<'branch'>, when: Bits | undefined, taken: TakenWith = {}): Move {
  const { spot } = take(at, next, taken);
  const to = spot ?? badly(at, 'nowhere', { sure: taken.sure !== false && !isImported(at.node) });
  const { host, share, status } = taken;
  return { when, actions: [next], effort: 0, seconds: atOnce, to, host, share, status };
}

/** Any way may be right: nobody knows what is asked. */
function anyWay(at: At<'branch'>): readonly Move[] {
  const { routes, spot, node, flowNode } = at;
  const { flow } = routes;
  const targets = new Set([...node.cases.map(({ to }) => to), node.otherwise]);
  const call = callAt(spot);
  const here = { flow, world: alwaysOpen, state: call, id: flowNode.id, node, action: next };
  return [...targets].flatMap((target): readonly Move[] => {
    const { state } = goTo(here, target, 0);
    const { node: id, ended } = state;
    if (ended !== undefined || id === undefined) return [];
    const to = spotOf({ ...state, node: id }, routes.asked, { ...spot, sure: false });
    return [{ when: undefined, actions: [next], effort: 0, seconds: atOnce, to }];
  });
}

/** A calendar that the directory doesn't have: each state may be, and then stays so. */
function supposedStates(at: At<'branch'>, name: string): readonly Move[] {
  const { spot, routes } = at;
  routes.note({ kind: 'calendar', name });
  const before = calendarStates.find((state) => state === spot.supposed[name]);
  const words = before === undefined ? calendarStates : [before];
  return words.map((calendars) =>
    way(at, undefined, {
      calendars,
      sure: false,
      supposed: { ...spot.supposed, [name]: calendars },
    }),
  );
}

function byCalendar(at: At<'branch'>, name: At<'branch'>['node']['on']): readonly Move[] {
  if (typeof name === 'string') return [];
  const { conditions, note } = at.routes;
  const calendar =
    'calendar' in name ? name.calendar : 'emergency' in name ? name.emergency : undefined;
  if (calendar === undefined) return [];
  if (isUnknown(calendar)) {
    note({ kind: 'calendar', name: calendar.unknown });
    return anyWay(at);
  }
  const worlds = conditions.calendar(calendar);
  if (worlds === undefined) return supposedStates(at, calendar);
  return [...worlds].map(([calendars, when]) => way(at, when, { calendars }));
}

/** A queue tells its hours; and while it is open whatever else the script asks for. */
function byStatus(at: At<'branch'>, queue: unknown): readonly Move[] {
  const { routes, spot, node } = at;
  const { directory, conditions, note } = routes;
  if (typeof queue !== 'string' || queueOf(directory, queue as QueueId) === undefined) {
    const name = typeof queue === 'string' ? queue : isUnknown(queue) ? queue.unknown : '';
    note({ kind: 'queue-status', name });
    return anyWay(at);
  }
  const words = node.cases.map(({ when }) => when);
  const others = words.filter((when) => !isState(when));
  // What is told beside the hours may also be none of all this.
  const busy = words.includes('open') || others.length === 0 ? [] : ['busy'];
  return [...conditions.queue(queue as QueueId, spot.language)].flatMap(([word, when]) => {
    const calendars = isState(word) ? word : 'open';
    const own = way(at, when, { calendars, people: peopleIn[word] });
    const free = word === 'open' ? [...others, ...busy] : [];
    return [own, ...free.map((status) => way(at, when, { calendars, status }))];
  });
}

const isState = (word: string): word is CalendarState =>
  (calendarStates as readonly string[]).includes(word);

/** Who is there in a queue that is in such a state. */
const peopleIn = {
  open: 'staffed',
  closed: 'staffed',
  holiday: 'staffed',
  emergency: 'staffed',
  missing: 'nobody',
  full: 'staffed',
  'no-capacity': 'staffed',
  nobody: 'nobody',
  'no-language': 'no-language',
  foreign: 'no-language',
  'no-skill': 'no-skill',
} as const satisfies Record<QueueWord, People>;

/** What is known by then counts; what only a host can know is taken to be each value in turn. */
function byFact(at: At<'branch'>, name: string, known: boolean): readonly Move[] {
  const { spot, routes } = at;
  const { own, values } = routes.asked;
  if (known || Object.hasOwn(spot.host, name) || own.has(name)) return [way(at, undefined)];
  const words = values.get(name) ?? [];
  if (!words.includes(otherValue)) routes.note({ kind: 'value', name });
  return words.map((word) => way(at, undefined, { host: { ...spot.host, [name]: word } }));
}

/** The ways that a branch can take. */
export function branchMoves(at: At<'branch'>): readonly Move[] {
  const { node, spot } = at;
  const { on } = node;
  if (on === 'language' || (typeof on === 'object' && 'loop' in on)) return [way(at, undefined)];
  if (on === 'share') {
    let reached = 0;
    return shareWidths(node).flatMap((width): readonly Move[] => {
      const share = reached + width / 2;
      reached += width;
      // Rounding leaves a little over where the shares are a whole.
      return width > 1e-9 ? [way(at, undefined, { share })] : [];
    });
  }
  if ('queue-status' in on) return byStatus(at, on['queue-status']);
  if ('attribute' in on)
    return byFact(at, on.attribute, Object.hasOwn(spot.attributes, on.attribute));
  if ('result' in on) return byFact(at, on.result, Object.hasOwn(spot.results, on.result));
  return byCalendar(at, on);
}
