import { describe, expect, test } from '@jest/globals';
import { applySuggestions } from '../../src/advice/apply-suggestion.ts';
import { demandAfter } from '../../src/advice/demand-seats.ts';
import { textsOfChange } from '../../src/advice/change.ts';
import { callerTime } from '../../src/advice/caller-time.ts';
import { demandOf } from '../../src/advice/demand.ts';
import { findSuggestions as suggest } from '../../src/advice/find-suggestions.ts';
import { replayOf } from '../support/replay-of.ts';
import { flowOf } from '../support/script-of.ts';
import { workedModel, workedTree } from '../support/worked-tree.ts';

describe('suggestions for the worked tree', () => {
  const { flow, replay } = workedTree();
  const advice = suggest(flow, replay, { model: workedModel, only: ['reorder'] });

  test('callers spend 15.84 s today and 14.13 s with every menu in the best order', () => {
    expect(advice.current.secondsPerCall).toBeCloseTo(15.84, 9);
    expect(advice.after.secondsPerCall).toBeCloseTo(14.13, 9);
    const saved = advice.suggestions.reduce((sum, { saving }) => sum + saving.seconds, 0);
    expect(saved).toBeCloseTo(1.71, 9);
  });

  test('the largest saving comes first, and a menu that is in order is left alone', () => {
    const list = advice.suggestions.map(({ node, saving }) => [
      node,
      Number(saving.seconds.toFixed(6)),
    ]);
    expect(list).toEqual([
      ['root', 0.84],
      ['accounts', 0.75],
      ['loans', 0.12],
    ]);
    expect(advice.notes).toEqual([]);
  });

  test('each says what moves where', () => {
    expect(advice.suggestions.map(({ change }) => change.summary)).toEqual([
      'agent: 4 → 2, cards: 2 → 3, loans: 3 → 4',
      'balance: 2 → 1, statements: 1 → 2',
      'repay: 2 → 1, new: 1 → 2',
    ]);
  });

  test('each says for whom it is worse, and that recordings must be made anew', () => {
    const [root] = advice.suggestions;
    expect(root?.worstHit).toEqual({ label: 'lost', seconds: 3 });
    expect(root?.saving.better).toBeCloseTo(0.3, 9);
    expect(root?.saving.worse).toBeCloseTo(0.32, 9);
    expect(root?.saving.unchanged).toBeCloseTo(0.38, 9);
    expect(root?.changedKeyShare).toBeCloseTo(0.62, 9);
    expect(root?.change.byHand.map(({ why }) => why)).toEqual([
      'recording',
      'recording',
      'recording',
    ]);
  });

  test('a saving that chance cannot explain is supported, with an interval around it', () => {
    for (const { saving, verdict } of advice.suggestions) {
      expect(verdict).toBe('supported');
      expect(saving.low).toBeGreaterThan(0);
      expect(saving.low).toBeLessThan(saving.seconds);
      expect(saving.high).toBeGreaterThan(saving.seconds);
    }
  });

  test('each saving is the difference of the times before and after that change alone', () => {
    const demand = demandOf(flow, replay);
    const before = callerTime(flow.script, demand, workedModel).secondsPerCall ?? NaN;
    for (const suggestion of advice.suggestions) {
      const script = applySuggestions(flow.script, [suggestion]);
      const after = callerTime(script, demandAfter(demand, [suggestion]), workedModel);
      expect(before - (after.secondsPerCall ?? NaN)).toBeCloseTo(suggestion.saving.seconds, 9);
    }
  });

  test('with few calls it says how many would settle it', () => {
    const few = workedTree(100);
    const [first] = suggest(few.flow, few.replay, {
      model: workedModel,
      only: ['reorder'],
    }).suggestions;
    expect(first?.saving.seconds).toBeCloseTo(0.84, 9);
    expect(first?.verdict).toBe('supported');
    const fewer = workedTree(25);
    const [tiny] = suggest(fewer.flow, fewer.replay, {
      model: workedModel,
      only: ['reorder'],
    }).suggestions;
    expect(tiny?.verdict).toBe('too few calls');
    expect(tiny?.callsNeeded).toBeGreaterThanOrEqual(30);
  });
});

const twoOptions = (extra = '', options = '') => `
  main:
    kind: menu
    ${extra}
    options:
      - {key: "1", say: "For opening hours and directions, press 1.", to: hours${options}}
      - {key: "2", say: "For cards, press 2.", to: cards}
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: agent}
  hours: {kind: hangup}
  cards: {kind: hangup}
  agent: {kind: hangup}
`;
const wanted = { main: { choices: [100, 800, 100] } };

describe('what is suggested', () => {
  test('options that may move are put in order and spoken anew', () => {
    const flow = flowOf(twoOptions());
    const { suggestions } = suggest(flow, replayOf(flow, 1000, wanted));
    const [first] = suggestions;
    const texts = first === undefined ? [] : textsOfChange(first.change);
    expect(texts.map(({ after }) => after)).toEqual([
      'For opening hours and directions, press 2.',
      'For cards, press 1.',
    ]);
    expect(first?.change.about).toEqual({ kind: 'reorder', menu: 'main', order: [1, 0, 2] });
    expect(suggestions[0]?.change.byHand).toEqual([]);
  });

  test('nothing, and the reason, where callers cannot interrupt', () => {
    for (const flow of [
      flowOf(twoOptions('bargeIn: false')),
      flowOf(twoOptions(), 'defaults: {bargeIn: false}'),
    ]) {
      const { suggestions, notes } = suggest(flow, replayOf(flow, 1000, wanted));
      expect(suggestions).toEqual([]);
      expect(notes).toMatchObject([{ reason: 'no-barge-in', node: 'main' }]);
      expect(notes[0]?.message).toMatch(/reordering saves nothing/);
    }
  });

  test.each([
    ['pinned: true'],
    ['role: complaint'],
    ['language: el'],
    ['tags: [legal]'],
    ['tags: [safety]'],
  ])('nothing where an option has %s and only one other is free', (field) => {
    const flow = flowOf(twoOptions('', `, ${field}`));
    expect(suggest(flow, replayOf(flow, 1000, wanted))).toMatchObject({
      suggestions: [],
      notes: [],
    });
  });

  test('nothing in a menu that is tagged legal or safety', () => {
    const flow = flowOf(twoOptions('tags: [safety]'));
    const { suggestions, notes } = suggest(flow, replayOf(flow, 1000, wanted));
    expect(suggestions).toEqual([]);
    expect(notes).toMatchObject([{ reason: 'protected-menu' }]);
  });

  test('nothing for less than 0.3 s a visit', () => {
    const flow = flowOf(twoOptions());
    const even = replayOf(flow, 1000, { main: { choices: [500, 340, 160] } });
    expect(suggest(flow, even)).toMatchObject({ suggestions: [], notes: [] });
  });

  test('nothing for an empty log, and it says so', () => {
    const flow = flowOf(twoOptions());
    const { current, suggestions, notes } = suggest(flow, replayOf(flow, 0, {}));
    expect(current.secondsPerCall).toBeUndefined();
    expect(suggestions).toEqual([]);
    expect(notes).toMatchObject([{ reason: 'no-calls' }]);
  });

  test('nothing when a fifth of the calls does not fit the menu', () => {
    const flow = flowOf(twoOptions());
    const replay = { ...replayOf(flow, 1000, wanted), fittingCalls: 799 };
    expect(suggest(flow, replay).notes).toMatchObject([{ reason: 'log-does-not-fit' }]);
    expect(suggest(flow, { ...replay, fittingCalls: 800 }).suggestions).toHaveLength(1);
  });

  test('nothing when two fifths of the visits end without a choice', () => {
    const flow = flowOf(twoOptions());
    const replay = replayOf(flow, 1700, { main: { ...wanted.main, left: 700 } });
    expect(suggest(flow, replay).notes).toMatchObject([{ reason: 'unknown-choices' }]);
  });

  test('nothing where the length of an option is unknown, and it says what to give', () => {
    const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", say: {recording: a.wav}, to: end}
      - {key: "2", say: {recording: b.wav, length: 2s}, to: end}
  end: {kind: hangup}`);
    const { current, notes } = suggest(flow, replayOf(flow, 10, { main: { choices: [1, 9] } }));
    expect(notes).toMatchObject([{ reason: 'unknown-length', node: 'main' }]);
    expect(current.unknownShare).toBe(0.5);
  });

  test('a saving that half of the callers would turn around depends on assumptions', () => {
    const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", say: {recording: a.wav, length: 3.9, text: "For A, press 1."}, to: end}
      - {key: "2", say: "For that other thing you may want, please press 2.", to: end}
  end: {kind: hangup}`);
    const replay = replayOf(flow, 100_000, { main: { choices: [46_000, 54_000] } });
    const [suggestion] = suggest(flow, replay).suggestions;
    expect(suggestion?.saving.sensitivity.some(({ seconds }) => seconds < 0)).toBe(true);
    expect(suggestion?.verdict).toBe('depends on assumptions');
  });
});
