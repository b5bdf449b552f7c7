import { describe, expect, test } from '@jest/globals';
import { checkChosen } from '../../src/advice/check-chosen.ts';
import type { ScriptEdit } from '../../src/advice/script-edit.ts';
import { findSuggestions } from '../../src/advice/find-suggestions.ts';
import type { Advice, Suggestion } from '../../src/advice/suggestion.ts';
import { writeSuggested } from '../../src/advice/write-suggested.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { replayOf } from '../support/replay-of.ts';
import { documentOf } from '../support/script-of.ts';

const document = documentOf(
  `
  main:
    kind: menu
    options:
      - { key: '1', say: 'For opening hours, press 1.', to: hours }
      - { key: '2', say: 'For cards, press 2.', to: desk }
      - { key: '3', say: 'To end the call, press 3.', to: bye }
  hours: { kind: announcement, say: We are open all day., to: bye }
  news: { kind: announcement, say: We have moved., to: hours }
  bye: { kind: hangup }
  desk: { kind: queue, queue: desk }
`,
  'entries: [{ start: main }, { number: "+18005550100", start: news }]',
);

const { script } = document;

const found = findSuggestions(
  buildCallFlow(script),
  replayOf(buildCallFlow(script), 1000, { main: { choices: [100, 900, 5] } }),
);

/** An advice of these changes, of which none touches a node of another. */
function adviceOf(...changes: readonly (readonly ScriptEdit[])[]): Advice {
  const [first] = found.suggestions;
  if (first === undefined) throw new Error('another order is suggested');
  const suggestions = changes.map((edits, index): Suggestion => ({
    ...first,
    ...{ number: index + 1, buildsOn: [], change: { ...first.change, edits } },
  }));
  return { ...found, suggestions };
}

const leads = (at: readonly (string | number)[], field: string, before: string, after: string) =>
  ({ edit: 'field', at, field, before, after }) as const;
/** The second number goes straight to the hours; then nothing leads to the news, which go. */
const pastTheNews = leads(['entries', 1], 'start', 'news', 'hours');
const withoutNews = { edit: 'remove-node', id: 'news' } as ScriptEdit;
/** The hours are followed by the news, and the news no longer by the hours. */
const hoursToNews = leads(['nodes', 'hours'], 'to', 'bye', 'news');
const newsToDesk = leads(['nodes', 'news'], 'to', 'hours', 'desk');

async function refusal(advice: Advice, chosen: readonly number[], checks = {}): Promise<unknown> {
  return checkChosen(script, advice, chosen, checks).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('some of the suggestions', () => {
  test('are as good as all where they stand for themselves', async () => {
    expect(await refusal(found, [1])).toBeUndefined();
    expect(await refusal(adviceOf([pastTheNews], [withoutNews]), [1, 2])).toBeUndefined();
    expect(await refusal(adviceOf([hoursToNews], [newsToDesk]), [2, 1])).toBeUndefined();
  });

  test('are refused where a rule finds something that it would not find with all', async () => {
    const error = await refusal(adviceOf([pastTheNews], [withoutNews]), [1]);
    expect(error).toBeInstanceOf(IvrError);
    expect(error).toMatchObject({
      code: 'usage',
      message: expect.stringMatching(
        /^With suggestion 1 alone, unreachable-node would find: .*\.$/,
      ),
      help: 'Follow others with it, or all: --apply without numbers.',
    });
  });

  test('are refused where calls end badly that would not with all', async () => {
    const error = await refusal(adviceOf([hoursToNews], [newsToDesk]), [1], { rules: [] });
    expect(error).toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/^With suggestion 1 alone, calls could end badly/),
    });
  });

  test('are not written into a file where they do harm', async () => {
    const advice = adviceOf([pastTheNews], [withoutNews]);
    await expect(writeSuggested(document, advice, [1])).rejects.toThrow(/unreachable-node/);
    expect(await writeSuggested(document, advice, [1], { rules: [] })).toContain('start: hours');
  });

  test('are refused where there are none of that number', async () => {
    expect(await refusal(found, [7])).toMatchObject({ code: 'usage' });
  });
});
