// A log of a large menu, for measuring: `node bench/generate-log.mjs <events> <file>`. 46 nodes,
// about ten events a call, few choices taken often and many seldom, silence and wrong keys with three
// tries, zero-outs, callers who hang up at any prompt. Calls overlap, rows are in order of time, and
// every fourth key is followed by its node within the same millisecond. The same events each time.
import { closeSync, openSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 13 menus, 23 tasks, 9 queues and a welcome; a menu's options by how often they are chosen. */
function buildMenu() {
  const nodes = new Map([['welcome', { kind: 'announcement' }]]);
  const queue = (name) => {
    nodes.set(name, { kind: 'queue' });
    return name;
  };
  const task = (name) => {
    nodes.set(name, { kind: 'task' });
    return name;
  };
  const menu = (name, options) => {
    nodes.set(name, { kind: 'menu', options });
    return name;
  };
  const general = queue('q-general');
  const areas = ['balance', 'cards', 'loans', 'orders', 'claims', 'account'].map((area, index) => {
    const detail = menu(`${area}-more`, [task(`${area}-reset`), queue(`q-${area}`)]);
    const own = [task(`${area}-status`), task(`${area}-change`), detail];
    if (index < 5) own.push(task(`${area}-history`));
    return menu(area, own);
  });
  nodes.set('q-sales', { kind: 'queue' });
  nodes.set('q-complaints', { kind: 'queue' });
  menu('main', [...areas, 'q-sales', 'q-complaints']);
  return { nodes, general };
}

/** The place of an option by Zipf: the first is taken twice as often as the second. */
function zipf(random, options) {
  let total = 0;
  for (let rank = 1; rank <= options; rank += 1) total += 1 / rank;
  let left = random() * total;
  for (let rank = 1; rank < options; rank += 1) {
    left -= 1 / rank;
    if (left < 0) return rank - 1;
  }
  return options - 1;
}

const enteredNumbers = ['0', '1', '2'].map((digit) => `+1800555014${digit}`);
const ending = ',hangup,';

/** All that can stand behind the moment of a row, as `event:node:value`; what enters a node first. */
export function eventsOfLog() {
  const nodes = [...buildMenu().nodes.keys()];
  const others = ['noinput', 'nomatch', 'success', 'failure', 'answer', 'abandon'];
  return [
    ...nodes.map((node) => `enter:${node}:`),
    ...enteredNumbers.map((number) => `start::${number}`),
    ...nodes.flatMap((node) => [
      ...[...others, 'hangup', 'disconnect'].map((event) => `${event}:${node}:`),
      ...Array.from({ length: 10 }, (_, key) => `input:${node}:${key}`),
      `queue:${node}:${node}`,
    ]),
  ];
}

/** The moments of a call and what stands behind them in its rows. */
function walk({ nodes, general }, random, begin) {
  const at = [begin];
  const what = [`,start,,${enteredNumbers[Math.floor(random() * 3)]}`];
  const wait = (mean) => Math.min(280_000, Math.ceil(-Math.log(1 - random()) * mean * 1000));
  let now = begin;
  const add = (text, ms) => {
    now += ms;
    at.push(now);
    what.push(text);
  };
  add(',enter,welcome,', 0);
  let here = 'main';
  let said = 3000 + Math.floor(random() * 200);
  for (;;) {
    add(`,enter,${here},`, said);
    const { kind, options } = nodes.get(here);
    if (random() < 0.055) {
      add(`${ending}${here},`, wait(6));
      return { at, what };
    }
    if (kind === 'queue') {
      add(`,queue,${here},${here}`, 1);
      if (random() < 0.12) add(`,abandon,${here},`, wait(90));
      else {
        add(`,answer,${here},`, wait(45));
        if (random() < 0.995) add(`${random() < 0.8 ? ending : ',disconnect,'}${here},`, wait(180));
      }
      return { at, what };
    }
    if (kind === 'task') {
      const isDone = random() < 0.85;
      add(isDone ? `,success,${here},` : `,failure,${here},`, wait(15));
      if (isDone && random() < 0.7) {
        add(`${ending}${here},`, wait(5));
        return { at, what };
      }
      here = isDone ? 'main' : general;
      said = random() < 0.25 ? 0 : 1 + Math.floor(random() * 40);
      continue;
    }
    let tries = 0;
    while (tries < 3 && random() < 0.09) {
      add(random() < 0.6 ? `,noinput,${here},` : `,nomatch,${here},`, wait(6));
      tries += 1;
    }
    if (tries === 3) {
      add(`,disconnect,${here},`, 500);
      return { at, what };
    }
    const isZero = random() < 0.06;
    const choice = zipf(random, options.length);
    add(`,input,${here},${isZero ? 0 : choice + 1}`, 400 + wait(4));
    here = isZero ? general : options[choice];
    said = random() < 0.25 ? 0 : 1 + Math.floor(random() * 40);
  }
}

/** Open calls, the one with the earliest next event first. */
function createHeap() {
  const heap = [];
  const isBefore = (a, b) => a.next < b.next || (a.next === b.next && a.number < b.number);
  const sink = () => {
    let here = 0;
    const call = heap[0];
    for (;;) {
      let child = here * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child += 1;
      if (!isBefore(heap[child], call)) break;
      heap[here] = heap[child];
      here = child;
    }
    heap[here] = call;
  };
  return {
    first: () => heap[0],
    sink,
    push(call) {
      let here = heap.push(call) - 1;
      while (here > 0) {
        const parent = (here - 1) >> 1;
        if (!isBefore(call, heap[parent])) break;
        heap[here] = heap[parent];
        here = parent;
      }
      heap[here] = call;
    },
    drop() {
      const last = heap.pop();
      if (heap.length === 0) return;
      heap[0] = last;
      sink();
    },
  };
}

/** Writes so many events as a native CSV. */
export function generateLog(events, file, seed = 7) {
  const random = randomFrom(seed);
  const menu = buildMenu();
  const heap = createHeap();
  const out = openSync(file, 'w');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let used = buffer.latin1Write('call,at,event,node,value\n', 0);
  let begin = Date.UTC(2026, 2, 2, 8);
  let number = 0;
  let minute = -1;
  let minuteText = '';
  const open = () => {
    begin += Math.ceil(-Math.log(1 - random()) * 1200);
    number += 1;
    const scrambled = (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(10, '0');
    const id = `ivr${`${number % 12}`.padStart(2, '0')}-${scrambled}`;
    const call = { ...walk(menu, random, begin), id, number, place: 0, next: begin };
    heap.push(call);
    return begin;
  };
  let newest = open();
  for (let written = 0; written < events; written += 1) {
    while (newest <= heap.first().next) newest = open();
    const call = heap.first();
    const { next, place } = call;
    if (Math.floor(next / 60_000) !== minute) {
      minute = Math.floor(next / 60_000);
      minuteText = new Date(minute * 60_000).toISOString().slice(0, 17);
    }
    const seconds = `${100_000 + (next % 60_000)}`;
    const moment = `${minuteText}${seconds.slice(1, 3)}.${seconds.slice(3)}Z`;
    const row = `${call.id},${moment}${call.what[place]}\n`;
    used += buffer.latin1Write(row, used);
    if (used > buffer.length - 256) {
      writeSync(out, buffer, 0, used);
      used = 0;
    }
    call.place += 1;
    if (call.place === call.at.length) heap.drop();
    else {
      call.next = call.at[call.place];
      heap.sink();
    }
  }
  writeSync(out, buffer, 0, used);
  closeSync(out);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [events, file] = process.argv.slice(2);
  generateLog(Number(events), file);
}
