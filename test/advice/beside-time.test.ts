import { describe, expect, test } from '@jest/globals';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { proposeHelp } from '../../src/advice/beside-time/index.ts';
import { changeKinds } from '../../src/advice/change.ts';
import { findSuggestions } from '../../src/advice/find-suggestions.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { suggestToText } from '../../src/report/suggest-text.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { replayOf } from '../support/replay-of.ts';
import { documentOf } from '../support/script-of.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';

const document = documentOf(`
  main: # the first
    kind: menu
    options:
      - {key: "1", say: "For bills, press 1.", to: bills}
      - {key: "2", say: "For faults, press 2.", to: faults}
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: desk}
    noInput: {wait: 10s, to: desk}
  bills:
    kind: menu
    options:
      - {key: "1", say: "To pay, press 1.", to: pay}
      - {key: "2", say: "To ask for a copy, press 2.", to: copy}
  pay: {kind: hangup}
  copy: {kind: hangup}
  faults: {kind: hangup}
  desk: {kind: queue, queue: desk, overflow: {after: 5m, to: again}} # people
  again: {kind: callback, say: "We call you back.", queue: desk}
`);
const flow = buildCallFlow(document.script);
const all = new Set(changeKinds);
const logWith = (dwell: readonly object[]): CondensedLog => {
  const { log } = insightInputOf(flow, eventsOf(flow, ['main 1 bills 1 pay hangup']));
  return { ...log, dwell: dwell as CondensedLog['dwell'] };
};

describe('what helps callers besides shorter menus', () => {
  const lost = replayOf(flow, 1000, {
    main: { choices: [600, 300, 100] },
    bills: { choices: [300, 200], left: 100, noMatches: 20 },
  });

  test('a key for a person, in the words of another menu, where many are lost without one', () => {
    const [help, none] = proposeHelp({ flow, replay: lost, log: undefined }, all);
    expect(none).toBeUndefined();
    expect(help?.grounds).toEqual([
      "100 of 600 calls that came here were lost here, and 20 times a key was pressed that the menu hasn't",
      'how many of them wanted a person is not known',
    ]);
    if (help === undefined) throw new Error('a key for a person is proposed');
    expect(applyToSource(document.source, [help]).text).toContain(
      'press 2.", to: copy}\n      - {key: "0", say: "For an adviser, press 0.", to: desk, role: agent}\n'.replace(
        'to: desk, role: agent',
        'role: agent, to: desk',
      ),
    );
  });

  test('a callback in the wait, where many surely give up', () => {
    const waits = (left: number) =>
      logWith([
        { node: 'desk', from: 'queue', to: 'abandon', value: '', ms: 60_000, times: left },
        { node: 'desk', from: 'queue', to: 'answer', value: '', ms: 20_000, times: 200 - left },
      ]);
    const quiet = replayOf(flow, 1000, { main: { choices: [600, 300, 100] } });
    const [help] = proposeHelp({ flow, replay: quiet, log: waits(60) }, all);
    expect(help?.grounds[0]).toBe('60 of 200 waits end with the caller giving up');
    if (help === undefined) throw new Error('a callback is proposed');
    expect(applyToSource(document.source, [help]).text).toContain(
      'to: again}, announce: {offer: callback}} # people\n',
    );
    expect(proposeHelp({ flow, replay: quiet, log: waits(22) }, all)).toEqual([]);
  });

  test('a wait for a key as long as callers need, and longer where many press at its end', () => {
    const presses = (ms: number) =>
      logWith([
        { node: 'main', from: 'enter', to: 'input', value: '1', ms, times: 500 },
        { node: 'main', from: 'enter', to: 'noinput', value: '', ms: 17_000, times: 40 },
      ]);
    const quiet = replayOf(flow, 1000, { main: { choices: [500, 0, 0] } });
    const [shorter] = proposeHelp({ flow, replay: quiet, log: presses(8000) }, all);
    expect(shorter?.change.about).toMatchObject({ kind: 'time-out', from: 10, to: 5 });
    if (shorter === undefined) throw new Error('a shorter wait is proposed');
    expect(applyToSource(document.source, [shorter]).text).toContain(
      'noInput: {wait: 5s, to: desk}',
    );
  });

  test('no question for the language that a number is for', () => {
    const twice = documentOf(
      `
  ask:
    kind: menu
    options:
      - {key: "1", say: "For English, press 1.", language: en, to: main}
      - {key: "2", say: {en: "Para español, marque 2.", es: "Para español, marque 2."}, language: es, to: main}
  main: {kind: hangup}`,
      'entries:\n  - {number: "+18005550100", language: en, start: ask} # for English',
    );
    const own = buildCallFlow(twice.script);
    const { replay } = insightInputOf(
      own,
      eventsOf(own, ['500x ask 1 main hangup', 'ask 2 main hangup']),
    );
    const paths = replay.paths.map((path) => ({
      ...path,
      steps: path.steps.map((step) =>
        step.event === 'start' ? { ...step, value: '+18005550100' } : step,
      ),
    }));
    const [help] = proposeHelp({ flow: own, replay: { ...replay, paths }, log: undefined }, all);
    expect(help?.grounds[0]).toBe('500 of 501 callers of a number for en choose en');
    if (help === undefined) throw new Error('the question is left out');
    expect(applyToSource(twice.source, [help]).text).toContain('start: main} # for English');
  });

  test('is told with what speaks for it, not with seconds that it would save', () => {
    const advice = findSuggestions(flow, lost, { only: ['agent-key'] });
    expect(advice.suggestions).toMatchObject([
      { kind: 'agent-key', verdict: 'not counted in seconds', number: 1 },
    ]);
    const text = suggestToText({ script: document.script, advice });
    expect(text).toContain('1. Give callers of "bills" a person at 0: not counted in seconds\n');
    expect(text).toContain('   how many of them wanted a person is not known\n');
  });
});
