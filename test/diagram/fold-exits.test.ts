import { describe, expect, test } from '@jest/globals';
import { chooseSpines } from '../../src/diagram/choose-spine.ts';
import { foldExits } from '../../src/diagram/fold-exits.ts';
import { growTree, type StepTree } from '../../src/diagram/grow-tree.ts';
import { letterAt } from '../../src/diagram/name-letters.ts';
import { readSteps } from '../../src/diagram/read-steps.ts';
import { flowOf } from '../support/script-of.ts';

function treeOf(nodes: string, head = ''): StepTree {
  return growTree(readSteps(flowOf(nodes, head)), () => 0);
}

/** How every exit of a step is shown: `1 wire`, `noInput back`. */
function waysOf(tree: StepTree, id: string): readonly string[] {
  return (foldExits(tree).get(id) ?? []).map(
    ({ exit, way }) => `${exit.value ?? exit.trigger} ${way}`,
  );
}

const bank = `
  main: {kind: menu, options: [{key: "1", to: cards}, {key: "2", to: loans}, {key: "9", do: repeat}], noInput: {to: main}, noMatch: {to: desk}}
  cards: {kind: menu, options: [{key: "1", to: pin}, {key: "2", to: desk}, {key: "8", do: back}, {key: "*", to: main}]}
  loans: {kind: menu, options: [{key: "1", to: desk}, {key: "2", to: pin}, {key: "3", to: gone}, {key: "4"}]}
  pin: {kind: collect, digits: {max: 4}, to: cards, noInput: {to: main}}
  desk: {kind: queue, queue: desk, overflow: {after: 60, to: main}}`;

describe('folding the ways out of a step', () => {
  const tree = treeOf(bank);

  test('draws a line to what is found first from it', () => {
    expect(waysOf(tree, '_start-0')).toEqual(['next wire']);
    expect(waysOf(tree, 'main')).toEqual([
      '1 wire',
      '2 wire',
      '9 repeat',
      'noInput repeat',
      'noMatch jump',
    ]);
  });

  test('folds the ways back to where the caller came from', () => {
    expect(waysOf(tree, 'cards')).toEqual(['1 wire', '2 jump', '8 back', '* back']);
    expect(waysOf(tree, 'pin')).toEqual(['next back', 'noInput back']);
  });

  test('jumps to what hangs on another step, and breaks off where nothing is', () => {
    expect(waysOf(tree, 'loans')).toEqual(['1 jump', '2 jump', '3 loose', '4 loose']);
  });

  test('knows from the rail, too, what lies on the way to it', () => {
    expect(tree.rail).toEqual(['desk']);
    expect(waysOf(tree, 'desk')).toEqual(['overflow back']);
  });

  test('does not take a step beside for one on the way', () => {
    const beside = treeOf(`
      main: {kind: menu, options: [{key: "1", to: one}, {key: "2", to: two}]}
      one: {kind: menu, options: [{key: "1", to: two}]}
      two: {kind: menu, options: [{key: "1", to: one}]}`);
    expect(waysOf(beside, 'one')).toEqual(['1 jump']);
    expect(waysOf(beside, 'two')).toEqual(['1 jump']);
  });

  test('goes round a circle that no call comes to', () => {
    const circle = treeOf(`
      main: {kind: hangup}
      b: {kind: announcement, to: a}
      a: {kind: announcement, to: b}`);
    expect(circle.stranded).toEqual(['a']);
    expect(waysOf(circle, 'a')).toEqual(['next wire']);
    expect(waysOf(circle, 'b')).toEqual(['next back']);
  });
});

describe('the rail', () => {
  test('takes ends with two sources, and leaves those with one, or where calls begin', () => {
    const { rail, parent } = treeOf(
      `
      main: {kind: menu, options: [{key: "1", to: desk}, {key: "2", to: one}, {key: "3", to: night}]}
      one: {kind: announcement, to: desk}
      night: {kind: queue, queue: night, closed: {to: bye}}
      desk: {kind: queue, queue: desk, closed: {to: voice}}
      voice: {kind: voicemail}
      bye: {kind: hangup}`,
      'entries: [{start: main}, {start: night}]',
    );
    expect(rail).toEqual(['desk']);
    expect(parent.get('voice')).toBe('desk');
    expect(parent.get('bye')).toBe('night');
  });

  test('does not take what is only shared by steps that no call comes to', () => {
    const { rail, stranded } = treeOf(`
      main: {kind: hangup}
      a: {kind: announcement, to: desk}
      b: {kind: announcement, to: desk}
      desk: {kind: queue, queue: desk}`);
    expect(rail).toEqual([]);
    expect(stranded).toEqual(['a', 'b']);
  });

  test('has the busiest end first, and names decide between equals', () => {
    const steps = readSteps(
      flowOf(`
      main: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: a}, {key: "3", to: c}, {key: "4", to: more}]}
      more: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: a}, {key: "3", to: c}]}
      a: {kind: queue, queue: a}
      b: {kind: queue, queue: b}
      c: {kind: hangup}`),
    );
    expect(growTree(steps, ({ id }) => (id === 'c' ? 5 : 1)).rail).toEqual(['c', 'a', 'b']);
  });
});

describe('the spine', () => {
  test('goes on when the line is open, else where most of the menu is', () => {
    const tree = treeOf(`
      hours: {kind: branch, on: {calendar: office}, cases: [{when: closed, to: sorry}, {when: open, to: hello}]}
      sorry: {kind: menu, options: [{key: "1", to: sorry-two}]}
      sorry-two: {kind: menu, options: []}
      hello: {kind: branch, on: language, cases: [{when: el, to: greek}, {when: en, to: main}]}
      greek: {kind: queue, queue: greek}
      main: {kind: menu, options: [{key: "1", to: more}]}
      more: {kind: menu, options: []}`);
    expect(chooseSpines(tree)).toEqual([['_start-0', 'hours', 'hello', 'main']]);
  });
});

test('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterAt)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});
