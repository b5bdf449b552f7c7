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
import type { DwellTime } from '../../src/calls/dwell-times.ts';
import { histogramsOf } from '../support/histograms-of.ts';

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
  return { ...log, dwell: histogramsOf(dwell as readonly DwellTime[]) };
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
      "100 of 600 calls that came here were lost here, and 20 times a key was pressed that the menu doesn't have",
      'it is unknown how many of them wanted a person',
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

  /** The same log with callers: each call's path is that of its variant, and callers call in turn. */
  const calledBy = (log: CondensedLog, callers: readonly (readonly number[])[]): CondensedLog => {
    const calls = callers.flatMap((variants, caller) =>
      variants.map((variant, turn) => ({ caller, at: caller + turn * 1000, variant })),
    );
    const known = {
      caller: Float64Array.from(calls, ({ caller }) => caller),
      at: Float64Array.from(calls, ({ at }) => at),
      variant: Int32Array.from(calls, ({ variant }) => variant),
      ...{ withheld: 0, oneOf: 1 },
    };
    return { ...log, details: { callers: known } as NonNullable<CondensedLog['details']> };
  };

  test('a look-up before a question for who calls, where many have told it before', () => {
    const asking = documentOf(
      `
  welcome: {kind: announcement, say: "Welcome.", to: who}
  who: {kind: collect, data: account, say: "Your number, please.", to: main, noInput: {to: main}} # asks
  main: {kind: hangup}`,
      'entries: [{start: welcome}, {number: "+18005550100", start: who}]',
    );
    const own = buildCallFlow(asking.script);
    const { replay, log } = insightInputOf(own, eventsOf(own, ['200x welcome who main hangup']));
    const twice = Array.from({ length: 100 }, () => [0, 0]);
    const once = Array.from({ length: 200 }, () => [0]);
    const facts = { flow: own, replay };
    const [help] = proposeHelp({ ...facts, log: calledBy(log, twice) }, all);
    expect(help?.change.about).toEqual({ kind: 'skip-question', node: 'who', known: 'identity' });
    expect(help?.grounds[0]).toBe(
      '100 of 200 calls that gave it here come from a caller who had given it in an earlier call of the log',
    );
    if (help === undefined) throw new Error('a look-up is proposed');
    const { text } = applyToSource(asking.source, [help]);
    expect(text).toContain('say: "Welcome.", to: before-who}');
    expect(text).toContain('start: before-who}');
    expect(text).toMatch(/before-who:[\s\S]*success: main[\s\S]*failure: who/);
    expect(text).toContain('# asks');
    expect(proposeHelp({ ...facts, log: calledBy(log, once) }, all)).toEqual([]);
    expect(proposeHelp({ ...facts, log }, all)).toEqual([]);
  });

  test('a look-up counts no seconds as saved, since nobody knows whom it will know', () => {
    const asking = documentOf(`
  who: {kind: collect, data: account, say: "Your number, please.", to: main, noInput: {to: main}}
  main: {kind: queue, queue: desk}`);
    const own = buildCallFlow(asking.script);
    const { replay, log } = insightInputOf(
      own,
      eventsOf(own, ['200x who main queue answer hangup']),
    );
    const twice = Array.from({ length: 100 }, () => [0, 0]);
    const { current, after, suggestions } = findSuggestions(own, replay, {
      log: calledBy(log, twice),
    });
    expect(suggestions.map(({ change, verdict }) => [change.about.kind, verdict])).toEqual([
      ['skip-question', 'not counted in seconds'],
    ]);
    expect(after.secondsPerCall).toBe(current.secondsPerCall);
  });

  test('no look-up before a question that proves who calls', () => {
    const asking = documentOf(`
  who: {kind: collect, data: pin, say: "Your PIN, please.", to: main}
  main: {kind: hangup}`);
    const own = buildCallFlow(asking.script);
    const { replay, log } = insightInputOf(own, eventsOf(own, ['200x who main hangup']));
    const twice = Array.from({ length: 100 }, () => [0, 0]);
    expect(proposeHelp({ flow: own, replay, log: calledBy(log, twice) }, all)).toEqual([]);
  });

  test('no question for a language that callers chose in their last call', () => {
    const asking = documentOf(`
  ask:
    kind: menu
    options:
      - {key: "1", say: "For English, press 1.", language: en, to: main}
      - {key: "2", say: "Para español, marque 2.", language: es, to: main}
  main: {kind: hangup}`);
    const own = buildCallFlow(asking.script);
    const { replay, log } = insightInputOf(
      own,
      eventsOf(own, ['200x ask 1 main hangup', '50x ask 2 main hangup']),
    );
    const faithful = Array.from({ length: 150 }, (_, caller) =>
      caller % 3 === 0 ? [1, 1] : [0, 0],
    );
    const fickle = Array.from({ length: 150 }, () => [0, 1]);
    const facts = { flow: own, replay };
    const [help] = proposeHelp({ ...facts, log: calledBy(log, faithful) }, all);
    expect(help?.grounds[0]).toBe(
      '150 of 150 choices of callers who had chosen before were those of their last call',
    );
    if (help === undefined) throw new Error('the question is left out');
    const { text } = applyToSource(asking.source, [help]);
    expect(text).toMatch(/before-ask:[\s\S]*success: language-before-ask[\s\S]*failure: ask/);
    expect(text).toMatch(/language-before-ask:[\s\S]*kind: branch[\s\S]*otherwise: ask/);
    expect(proposeHelp({ ...facts, log: calledBy(log, fickle) }, all)).toEqual([]);
  });

  test('is told with what speaks for it, not with seconds that it would save', () => {
    const advice = findSuggestions(flow, lost, { only: ['agent-key'] });
    expect(advice.suggestions).toMatchObject([
      { kind: 'agent-key', verdict: 'not counted in seconds', number: 1 },
    ]);
    const text = suggestToText({ script: document.script, advice });
    expect(text).toContain('1. Offer callers of "bills" a person on 0: not counted in seconds\n');
    expect(text).toContain('   it is unknown how many of them wanted a person\n');
  });
});
