import { describe, expect, test } from '@jest/globals';
import { findSuggestions as suggest } from '../../src/advice/find-suggestions.ts';
import { suggestDocument, suggestToJson } from '../../src/report/suggest-json.ts';
import { suggestToText } from '../../src/report/suggest-text.ts';
import { replayOf } from '../support/replay-of.ts';
import { flowOf } from '../support/script-of.ts';
import { workedModel, workedTree } from '../support/worked-tree.ts';

const { flow, replay } = workedTree();
const report = {
  script: { id: 'worked', title: 'Worked tree' },
  advice: suggest(flow, replay, { model: workedModel, only: ['reorder'] }),
};

describe('the report on suggestions', () => {
  test('tells people what each saves, how sure that is and whom it hurts', () => {
    const text = suggestToText(report);
    expect(text.split('\n').slice(0, 11)).toEqual([
      'Worked tree',
      '',
      'Today a call takes 15.8 s of listening and pressing (100,000 calls).',
      'With all 3 suggestions: 14.1 s.',
      '',
      '1. Put the options of "root" in another order: saves 0.84 s a call (0.82 to 0.86), supported',
      '   agent: 4 → 2, cards: 2 → 3, loans: 3 → 4',
      '   100,000 calls came here; 0.84 s a visit',
      '   faster for 30.0 % of callers, slower for 32.0 %, most for "lost" (3.0 s)',
      '   62.0 % of choices get another key: tell callers who know the old keys',
      '   option 2, option 3, option 4: record it again',
    ]);
  });

  test('tells programs the same, to a millionth of a second', () => {
    const document = suggestDocument(report);
    expect(document).toMatchObject({
      schemaVersion: 1,
      calls: 100_000,
      current: { secondsPerCall: 15.84, unknownShare: 0 },
      after: { secondsPerCall: 14.13 },
      notes: [],
      model: { press: 2, entry: 0 },
    });
    expect(document.suggestions[0]).toMatchObject({
      number: 1,
      kind: 'reorder',
      node: 'root',
      title: 'Put the options of "root" in another order',
      buildsOn: [],
      change: { about: { kind: 'reorder', menu: 'root', order: [0, 3, 1, 2] } },
      saving: { seconds: 0.84, perVisit: 0.84 },
      calls: 100_000,
      worstHit: { label: 'lost', seconds: 3 },
      verdict: 'supported',
    });
    expect(JSON.parse(suggestToJson(report))).toEqual(document);
  });

  test('says why nothing is claimed', () => {
    const quiet = flowOf(`
  main:
    kind: menu
    bargeIn: false
    options:
      - {key: "1", say: "For opening hours, press 1.", to: end}
      - {key: "2", say: "For cards, press 2.", to: end}
  end: {kind: hangup}`);
    const advice = suggest(quiet, replayOf(quiet, 10, { main: { choices: [1, 9] } }));
    const text = suggestToText({ script: { id: 'quiet' }, advice });
    expect(text).toMatch(/Nothing claimed\n {3}No order is suggested for "main": callers cannot/);
    expect(text).toMatch(/No permitted change makes it noticeably shorter/);
  });

  test('says that there are no calls', () => {
    const advice = suggest(flow, replayOf(flow, 0, {}));
    expect(suggestToText({ script: { id: 'x' }, advice })).toMatch(/The log has no calls/);
    expect(suggestDocument({ script: { id: 'x' }, advice }).current.secondsPerCall).toBeNull();
  });

  test('prints nothing of a title that would move the cursor', () => {
    const text = suggestToText({ ...report, script: { id: 'x', title: 'a\u001b[2J\nb\u202e' } });
    expect(text.split('\n')[0]).toBe('a[2J b');
  });
});
