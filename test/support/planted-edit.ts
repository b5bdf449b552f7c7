import type { CallFlow } from '../../src/flow/call-flow.ts';
import { suggest } from '../../src/advice/suggest.ts';
import { drawBinomial } from '../../src/advice/evidence/draw-binomial.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { pathOf } from './path-of.ts';
import { flowOf } from './script-of.ts';

/** What callers of a planted menu do, with the share of them that does it. */
export interface PlantedMenu {
  readonly flow: CallFlow;
  readonly wants: readonly { readonly path: string; readonly share: number }[];
}

const answered = 'queue answer';

/** A menu in which the wish of most stands last. */
export const lateWish: PlantedMenu = {
  flow: flowOf(`
  main:
    kind: menu
    say: Please choose.
    options:
      - {key: "1", say: "For opening hours and the way to our shops, press 1.", reason: hours, to: hours}
      - {key: "2", say: "For faults, press 2.", reason: faults, to: faults}
      - {key: "3", say: "For bills and payments, press 3.", to: bills}
      - {key: "4", say: "To follow an order, press 4.", reason: orders, to: orders}
    noInput: {to: faults}
    noMatch: {to: faults}
  bills:
    kind: menu
    say: Bills.
    options:
      - {key: "1", say: "For a copy of a bill, press 1.", reason: copy, to: copy}
      - {key: "2", say: "To pay, press 2.", reason: pay, to: pay}
    noInput: {to: faults}
    noMatch: {to: faults}
  hours: {kind: queue, queue: hours}
  faults: {kind: queue, queue: faults}
  orders: {kind: queue, queue: orders}
  copy: {kind: queue, queue: copy}
  pay: {kind: queue, queue: pay}`),
  wants: [
    { path: `main 1 > hours ${answered}`, share: 0.08 },
    { path: `main 2 > faults ${answered}`, share: 0.14 },
    { path: `main 3 > bills 1 > copy ${answered}`, share: 0.12 },
    { path: `main 3 > bills 2 > pay ${answered}`, share: 0.13 },
    { path: `main 4 > orders ${answered}`, share: 0.48 },
    { path: 'main hangup', share: 0.05 },
  ],
};

/** A menu in which most pass a level that has little else. */
export const deepWish: PlantedMenu = {
  flow: flowOf(`
  main:
    kind: menu
    say: Please choose.
    options:
      - {key: "1", say: "For your account, press 1.", to: account}
      - {key: "2", say: "For faults, press 2.", reason: faults, to: faults}
      - {key: "3", say: "For moving house, press 3.", reason: moves, to: moves}
    noInput: {to: faults}
    noMatch: {to: faults}
  account:
    kind: menu
    say: Your account. These are the things that you can do here.
    options:
      - {key: "1", say: "For your balance, press 1.", reason: balance, to: balance}
      - {key: "2", say: "To change your address, press 2.", reason: address, to: address}
    noInput: {to: faults}
    noMatch: {to: faults}
  faults: {kind: queue, queue: faults}
  moves: {kind: queue, queue: moves}
  balance: {kind: queue, queue: balance}
  address: {kind: queue, queue: address}`),
  wants: [
    { path: `main 1 > account 1 > balance ${answered}`, share: 0.6 },
    { path: `main 1 > account 2 > address ${answered}`, share: 0.05 },
    { path: `main 2 > faults ${answered}`, share: 0.18 },
    { path: `main 3 > moves ${answered}`, share: 0.12 },
    { path: 'main 1 > account hangup', share: 0.05 },
  ],
};

/** What is suggested first, and what it is said to save. */
export interface FirstSuggestion {
  readonly title: string;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

async function firstOf(
  { flow, wants }: PlantedMenu,
  counts: readonly number[],
): Promise<FirstSuggestion> {
  const variants = wants.map(({ path }, index) => ({
    steps: pathOf(path),
    calls: counts[index] ?? 0,
    duration: { sum: 0, min: 0, max: 0 },
  }));
  const calls = counts.reduce((sum, count) => sum + count, 0);
  const { suggestions } = await suggest(flow, replayLog(flow, { calls, variants }), { most: 1 });
  const [first] = suggestions;
  if (first === undefined) return { title: 'nothing', seconds: 0, low: 0, high: 0 };
  const { seconds, low, high } = first.saving;
  return { title: first.title, seconds, low, high };
}

/** What is best were the callers just as planted. */
export const plantedBest = (menu: PlantedMenu): Promise<FirstSuggestion> =>
  firstOf(
    menu,
    menu.wants.map(({ share }) => Math.round(share * 1_000_000)),
  );

/** What is suggested for so many callers, drawn by a seed. */
export function drawnBest(
  menu: PlantedMenu,
  calls: number,
  seed: number,
): Promise<FirstSuggestion> {
  const random = randomFrom(seed, 'planted edit');
  let [left, rest] = [calls, 1];
  const counts = menu.wants.map(({ share }) => {
    const drawn = drawBinomial(left, Math.min(1, share / rest), random);
    left -= drawn;
    rest -= share;
    return drawn;
  });
  return firstOf(menu, counts);
}
