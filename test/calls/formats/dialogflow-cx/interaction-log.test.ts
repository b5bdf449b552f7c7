import { describe, expect, test } from '@jest/globals';
import { flowOf } from '../../../support/script-of.ts';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const flow = flowOf(`
  main-menu:
    kind: menu
    say: Main menu.
    options:
      - {key: '1', intent: balance, say: 'For your balance, press 1.', to: account}
      - {key: '2', intent: sales, say: 'For sales, press 2.', to: sales}
  account: {kind: collect, say: Enter your account number., digits: {min: 6, max: 10}, to: goodbye}
  goodbye: {kind: hangup, say: Goodbye.}
  sales: {kind: queue, queue: sales}
`);

interface Said {
  readonly input?: object;
  readonly match?: object;
  readonly messages?: readonly object[];
}

let asText = false;
function turn(position: number, second: string, page: string, said: Said = {}): string {
  const request = { queryInput: said.input ?? {} };
  const queryResult = {
    currentPage: { displayName: page },
    match: said.match,
    responseMessages: said.messages ?? [],
  };
  const response = { queryResult };
  return JSON.stringify({
    project_id: 'northwind',
    agent_id: 'a',
    conversation_name: 'projects/northwind/locations/global/agents/a/sessions/c1',
    turn_position: String(position),
    request_time: `2026-03-02 08:00:${second}.250000 UTC`,
    language_code: 'en',
    request: asText ? JSON.stringify(request) : request,
    response: asText ? JSON.stringify(response) : response,
  });
}

const begins = turn(1, '00', 'Main Menu');
const presses = (digits: string, page: string): string =>
  turn(2, '06', page, { input: { dtmf: { digits } }, match: { matchType: 'INTENT' } });
/** A call later than the others, so that none of them is where the log ends. */
const later = turn(1, '59', 'Main Menu')
  .replace('sessions/c1', 'sessions/c2')
  .replace('08:00', '09:00');

describe('the interaction log of Dialogflow CX', () => {
  test.each<[what: string, turns: readonly string[], path: string]>([
    ['hangs up', [begins], 'hangup main-menu'],
    [
      'says nothing, then what nobody understands, then names an intent, and waits',
      [
        begins,
        turn(2, '08', 'Main Menu', { match: { matchType: 'NO_INPUT' } }),
        turn(3, '15', 'Main Menu', {
          input: { text: { text: 'eh' } },
          match: { matchType: 'NO_MATCH' },
        }),
        turn(4, '22', 'Sales', {
          input: { text: { text: 'sales please' } },
          match: { matchType: 'INTENT', intent: { displayName: 'sales' } },
          messages: [{ liveAgentHandoff: {} }],
        }),
      ],
      'noinput main-menu, nomatch main-menu, input main-menu sales, enter sales, queue sales, end sales',
    ],
    [
      'presses a key, enters digits that are not kept, and is told goodbye',
      [
        begins,
        presses('1', 'Account'),
        turn(3, '14', 'Goodbye', {
          input: { dtmf: { digits: '12345678' } },
          match: { matchType: 'PARAMETER_FILLING' },
          messages: [{ endInteraction: {} }],
        }),
      ],
      'input main-menu 1, enter account, input account, enter goodbye, disconnect goodbye',
    ],
  ])('tells that a caller %s', async (_, turns, path) => {
    for (const isText of [false, true]) {
      asText = isText;
      const log = await condensedFor(flow, [[...turns, later, ''].join('\n')]);
      expect(pathsOf(log)).toContain(`start, enter main-menu, ${path}`);
    }
  });
});
