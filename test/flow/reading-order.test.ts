import { describe, expect, test } from '@jest/globals';
import { readingOrders } from '../../src/flow/reading-order.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

const ordersOf = (nodes: string) =>
  readingOrders(flowOf(nodes), nodeId('a')).map((read) => read.map(({ key }) => key));

describe('the order in which callers hear keys', () => {
  test('is that of the list where options speak for themselves, and of the text above it', () => {
    expect(
      ordersOf(`
  a:
    kind: menu
    say: For hours, press 7.
    options: [{key: "2", say: {recording: a.wav, length: 2s}, to: b}, {key: "1", say: One., to: b}]
    noInput: {say: "Press 5.", to: b}
  b: {kind: hangup}`),
    ).toEqual([['7', '2', '1']]);
  });

  test('is told for each language', () => {
    expect(
      ordersOf(`
  a:
    kind: menu
    say: {en: "Press 1 for cards, 2 for loans.", de: "Für Kredite drücken Sie 2, für Karten 1."}
    options: [{key: "1", to: b}, {key: "2", to: b}]
  b: {kind: hangup}`),
    ).toEqual([
      ['1', '2'],
      ['2', '1'],
    ]);
  });

  test('is not told of a text that can not be read for certain', () => {
    expect(
      ordersOf(`
  a: {kind: menu, say: "Press {{key}} for cards, press 2 for loans.", options: [{key: "2", to: b}]}
  b: {kind: hangup}`),
    ).toEqual([]);
  });

  test('marks keys in the words of another language', () => {
    const flow = flowOf(`
  a: {kind: menu, say: "Para español, oprima 2. For cards, press 1.", options: [{key: "2", to: a}]}`);
    const [read = []] = readingOrders(flow, nodeId('a'));
    expect(read.map(({ key, isForeign }) => [key, isForeign])).toEqual([
      ['2', true],
      ['1', false],
    ]);
  });
});
