import { describe, expect, test } from '@jest/globals';
import { languageShares } from '../../src/replay/language-shares.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", to: cards}
      - {key: "8", language: el, do: repeat}
  cards: {kind: queue, queue: cards}
`);

describe('the languages of visits', () => {
  test('follow each call, so those who change it are told apart from those who go on', () => {
    const { replay } = insightInputOf(
      flow,
      eventsOf(flow, [
        '60x main 1 cards queue answer',
        '20x main 8 main hangup',
        '20x main 8 main 1 cards',
      ]),
    );
    const shares = languageShares(flow, replay);
    expect(shares.get('main' as never)).toEqual([
      { language: 'en', share: 100 / 140 },
      { language: 'el', share: 40 / 140 },
    ]);
    expect(shares.get('cards' as never)).toEqual([
      { language: 'en', share: 60 / 80 },
      { language: 'el', share: 20 / 80 },
    ]);
  });

  test('begin with the entry that was dialled, not evenly with all', () => {
    const two = flowOf(
      '  main: {kind: announcement, say: hello, to: bye}\n  bye: {kind: hangup}',
      'entries: [{number: "+1", start: main}, {number: "+2", start: main, language: ja}]',
    );
    const calls = eventsOf(two, ['4x main bye disconnect']).map((event) =>
      event.event === 'start' ? { ...event, value: event.call === 'c1' ? '+2' : '+1' } : event,
    );
    const shares = languageShares(two, insightInputOf(two, calls).replay);
    expect(shares.get('bye' as never)).toEqual([
      { language: 'en', share: 0.75 },
      { language: 'ja', share: 0.25 },
    ]);
  });
});
