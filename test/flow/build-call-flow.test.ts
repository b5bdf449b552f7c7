import { describe, expect, test } from '@jest/globals';
import { edgesFrom, edgesInto, edgesOf, nodeOf, nodeOfKind } from '../../src/flow/call-flow.ts';
import { depthsOf } from '../../src/flow/depth.ts';
import { isEnd } from '../../src/flow/ends.ts';
import type { FlowEdge } from '../../src/flow/call-flow.ts';
import { flowOf } from '../support/script-of.ts';

const short = (edge: FlowEdge) =>
  `${edge.from} -${edge.trigger}${edge.value === undefined ? '' : ` ${edge.value}`}-> ${edge.to}`;

describe('the flow of a script', () => {
  const every = flowOf(`
  hours:
    kind: branch
    on: {calendar: office}
    cases: [{when: open, to: main}, {when: holiday, to: notice}]
    otherwise: closed
    error: bye
  notice: {kind: announcement, say: Closed today., to: bye}
  main:
    kind: menu
    options:
      - {key: "2", to: number}
      - {key: "1", to: number}
      - {intent: Lost card, to: agent}
      - {key: "9", do: repeat}
    noInput: {to: agent}
    noMatch: {attempts: 2, to: agent}
  number: {kind: collect, to: look-up, noInput: {to: agent}}
  look-up: {kind: task, task: look-up, success: bye, failure: agent}
  agent: {kind: queue, queue: general, overflow: {after: 2m, to: message}, closed: message}
  message: {kind: voicemail, to: ring}
  ring: {kind: callback, to: other, failure: out}
  out: {kind: transfer, number: "+18005550100", to: bye, failure: other}
  other: {kind: subflow, script: survey, to: strange}
  strange: {kind: opaque, vendor: v, type: T, exits: [{trigger: next, to: bye}, {trigger: error, when: Boom, to: bye}]}
  closed: {kind: announcement, to: bye}
  bye: {kind: hangup}`);

  test('every kind of node has the edges that its script says, in its order', () => {
    expect(edgesOf(every).map(short)).toEqual([
      'hours -case open-> main',
      'hours -case holiday-> notice',
      'hours -next-> closed',
      'hours -error-> bye',
      'notice -next-> bye',
      'main -key 2-> number',
      'main -key 1-> number',
      'main -case Lost card-> agent',
      'main -key 9-> main',
      'main -noInput-> agent',
      'main -noMatch-> agent',
      'number -next-> look-up',
      'number -noInput-> agent',
      'look-up -success-> bye',
      'look-up -failure-> agent',
      'agent -overflow-> message',
      'agent -closed-> message',
      'message -next-> ring',
      'ring -next-> other',
      'ring -failure-> out',
      'out -next-> bye',
      'out -failure-> other',
      'other -next-> strange',
      'strange -next-> bye',
      'strange -error Boom-> bye',
      'closed -next-> bye',
    ]);
  });

  test('two keys to one node stay two edges', () => {
    expect(edgesInto(every, 'number').map(short)).toEqual([
      'main -key 2-> number',
      'main -key 1-> number',
    ]);
  });

  test('a missing target is listed with its place and never becomes a node', () => {
    const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: nowhere}, {key: "2", to: b}]}
  b: {kind: announcement}`);
    expect(flow.loose.map(({ from, to, path }) => [from, to, path.join('/')])).toEqual([
      ['a', 'nowhere', 'nodes/a/options/0/to'],
      ['b', undefined, 'nodes/b/to'],
    ]);
    expect(nodeOf(flow, 'nowhere')).toBeUndefined();
  });

  test('a start that is no node is listed apart from the entries', () => {
    const flow = flowOf('  a: {kind: hangup}', 'entries: [{start: a}, {start: b}]');
    expect(flow.entries.map((entry) => entry.start)).toEqual(['a']);
    expect(flow.looseEntries.map((entry) => entry.path)).toEqual([['entries', 1, 'start']]);
  });

  test('defaults lead menus without their own exit, from the place where they are written', () => {
    const flow = flowOf(
      `
  a: {kind: menu, options: [{key: "1", to: b}], noMatch: {to: b}}
  b: {kind: hangup}`,
      'defaults: {noInput: {to: b}, noMatch: {to: a}}',
    );
    const paths = edgesFrom(flow, 'a').map((edge) => `${edge.trigger} ${edge.path.join('/')}`);
    expect(paths).toEqual([
      'key nodes/a/options/0/to',
      'noInput defaults/noInput/to',
      'noMatch nodes/a/noMatch/to',
    ]);
  });

  test('going back leads to each menu that a caller can have come from', () => {
    const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: c}, {key: "2", to: b}]}
  b: {kind: menu, options: [{key: "1", to: c}]}
  c: {kind: menu, options: [{key: "*", do: back}]}`);
    const backs = edgesFrom(flow, 'c');
    expect(backs.map((edge) => edge.to).sort()).toEqual(['a', 'b']);
    expect(backs.every((edge) => edge.does === 'back')).toBe(true);
  });

  test('names that every object has are not found as nodes', () => {
    expect(nodeOf(every, 'constructor')).toBeUndefined();
    expect(nodeOf(every, '__proto__')).toBeUndefined();
    expect(nodeOfKind(every, 'main', 'queue')).toBeUndefined();
    expect(nodeOfKind(every, 'main', 'menu')?.options).toHaveLength(4);
  });

  test('depth counts steps from the entry', () => {
    expect(depthsOf(every).get('hours' as never)).toBe(0);
    expect(depthsOf(every).get('number' as never)).toBe(2);
  });

  test('a call can end at people, at machines that keep its message, and at goodbye', () => {
    const ends = every.nodes.filter((node) => isEnd(every, node)).map((node) => node.id);
    expect(ends).toEqual(['agent', 'out', 'bye']);
    const alone = flowOf(`
  a: {kind: voicemail}
  b: {kind: callback}
  c: {kind: subflow, script: other}`);
    expect(alone.nodes.every((node) => isEnd(alone, node))).toBe(true);
  });
});
