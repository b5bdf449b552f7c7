import { describe, expect, test } from '@jest/globals';
import { nodeId } from '../../src/script/names.ts';
import { hearingOf, heardBy } from '../../src/walk/hearing.ts';
import { flowOf } from '../support/script-of.ts';

const recorded = (seconds: number) => `say: {recording: a.wav, length: ${seconds}}`;
const first = { language: 'en', retry: undefined };
const a = nodeId('a');

describe('what is heard', () => {
  test('a longer menu pauses half a second after each option that is spoken from text', () => {
    const text = 'say: A text of eight words that takes seconds.';
    const menu = (count: number, what: string) => {
      const options = Array.from({ length: count }, () => `{key: "1", ${what}, to: a}`).join(', ');
      return flowOf(`  a: {kind: menu, ${recorded(1)}, options: [${options}]}`);
    };
    expect(hearingOf(menu(3, text), a, first).seconds).toBeCloseTo(0.5 + 1 + 3 * 3);
    expect(hearingOf(menu(4, text), a, first).seconds).toBeCloseTo(0.5 + 1 + 4 * 3.5);
    expect(hearingOf(menu(4, recorded(2)), a, first).seconds).toBeCloseTo(0.5 + 1 + 4 * 2);
  });

  test('a prompt whose length nobody knows counts as a guess and says so', () => {
    const flow = flowOf(
      '  a: {kind: menu, say: {recording: a.wav}, options: [{key: "1", say: {recording: b.wav}, to: a}]}',
    );
    const { parts, seconds } = hearingOf(flow, a, first);
    expect(parts.map(({ basis }) => basis)).toEqual(['unknown', 'unknown']);
    expect(seconds).toBe(0.5 + 1 + 3);
  });

  test('each option can be known when it has been said', () => {
    const flow = flowOf(
      `  a: {kind: menu, ${recorded(1)}, options: [{key: "1", ${recorded(2)}, to: a}, {key: "2", ${recorded(3)}, to: a}]}`,
    );
    const hearing = hearingOf(flow, a, first);
    expect([0, 1].map((option) => heardBy(hearing, option, 2))).toEqual([3.5, 6.5]);
  });

  test('options that only the header names are known one after the other', () => {
    const flow = flowOf(
      `  a: {kind: menu, ${recorded(8)}, options: [{key: "1", to: a}, {key: "2", to: a}]}`,
    );
    const hearing = hearingOf(flow, a, first);
    expect([0, 1].map((option) => heardBy(hearing, option, 2))).toEqual([4.5, 8.5]);
  });

  test('a repetition begins with what the menu says to those who stayed silent', () => {
    const flow = flowOf(
      `  a: {kind: menu, ${recorded(1)}, options: [], noInput: {${recorded(4)}}}`,
    );
    const { parts, seconds } = hearingOf(flow, a, { ...first, retry: 'noInput' });
    expect(parts.map(({ role }) => role)).toEqual(['retry', 'header']);
    expect(seconds).toBe(5.5);
  });

  test('the language of the call decides how long a text takes', () => {
    const flow = flowOf(
      '  a: {kind: announcement, say: {en: One two three four., el: Ένα.}, to: a}',
    );
    const seconds = (language: string) =>
      hearingOf(flow, a, { language, retry: undefined }).seconds;
    expect(seconds('en')).toBeGreaterThan(seconds('el'));
    expect(seconds('ja')).toBeGreaterThan(0);
  });

  test('barge-in is the word of the node, else of the script, else allowed', () => {
    const can = (node: string, head?: string) =>
      hearingOf(flowOf(`  a: {kind: menu, options: []${node}}`, head), a, first).bargeIn;
    expect(can('')).toBe(true);
    expect(can('', 'defaults: {bargeIn: false}')).toBe(false);
    expect(can(', bargeIn: true', 'defaults: {bargeIn: false}')).toBe(true);
  });
});
