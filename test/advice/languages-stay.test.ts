import { describe, expect, test } from '@jest/globals';
import { proposeHelp } from '../../src/advice/beside-time/index.ts';
import { changeKinds } from '../../src/advice/change.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { groundIn, madeOn } from '../support/held-kinds.ts';
import { replayOf } from '../support/replay-of.ts';
import { documentOf } from '../support/script-of.ts';

/** A menu whose two first options lead to categories; how they choose a language is put in. */
const asked = (english: string, spanish: string, more = '') => `  main:
    kind: menu
    options:
      - { key: '1', say: 'For English, press 1.', to: english${english} }
      - { key: '2', say: 'For Spanish, press 2.', to: spanish${spanish} }
${more}  english:
    kind: menu
    options:
      - { key: '1', say: 'For bills, press 1.', to: bills }
      - { key: '2', say: 'For faults, press 2.', to: faults }
  spanish:
    kind: menu
    options:
      - { key: '1', say: 'For letters, press 1.', to: letters }
      - { key: '2', say: 'For cards, press 2.', to: cards }
  bills: { kind: hangup }
  faults: { kind: hangup }
  letters: { kind: hangup }
  cards: { kind: hangup }
  desk: { kind: queue, queue: desk }
`;

const more = `      - { key: '3', say: 'For offers, press 3.', to: cards }
      - { key: '0', say: 'For an adviser, press 0.', role: agent, to: desk }
`;

function changes(nodes: string) {
  const { source } = documentOf(nodes);
  const choices = { main: [6000, 4, 3000, 500], english: [5000, 1000], spanish: [3, 1] };
  return madeOn(groundIn({ ...source, choices })).map(({ made }) => made.change);
}

const kindsAt = (nodes: string): readonly string[] =>
  [...new Set(changes(nodes).map(({ about }) => about.kind))].sort();

describe('the question for the language', () => {
  test('would be mixed with wishes, were it any other', () => {
    const kinds = [...kindsAt(asked('', '')), ...kindsAt(asked('', '', more))];
    expect(kinds).toEqual(expect.arrayContaining(['flatten', 'merge', 'promote']));
  });

  test.each([
    ['languages', ', language: en', ', language: es'],
    ['roles', ', role: language', ', role: language'],
    ['a role and a language', ', role: language', ', language: es'],
  ])('gets no options from behind it, and keeps its own: told by %s', (_, english, spanish) => {
    const found = changes(asked(english, spanish));
    expect(found.map(({ about }) => about.kind).filter((kind) => kind !== 'reorder')).toEqual(
      found.flatMap(({ about }) => (about.kind === 'group' ? ['group'] : [])),
    );
    const touched = found.flatMap(({ edits }) =>
      edits.filter((edit) => 'node' in edit && edit.node === 'main'),
    );
    expect(touched).toEqual([]);
  });

  test('is never passed by an option from behind it, nor taken out, beside wishes', () => {
    const found = changes(asked(', language: en', ', language: es', more));
    for (const { about, edits } of found) {
      expect(['flatten', 'merge', 'prune']).not.toContain(about.kind);
      expect(edits).not.toContainEqual(
        expect.objectContaining({
          edit: 'move-option',
          to: expect.objectContaining({ node: 'main' }),
        }),
      );
      expect(edits).not.toContainEqual(
        expect.objectContaining({ edit: 'insert-option', node: 'main' }),
      );
    }
  });

  test('gets no key for a person in one of the languages', () => {
    const withPerson = (english: string, spanish: string) =>
      asked(english, spanish).replace(
        "press 2.', to: cards }\n",
        "press 2.', to: cards }\n      - { key: '0', say: 'For an adviser, press 0.', role: agent, to: desk }\n",
      );
    const helped = (nodes: string) => {
      const flow = buildCallFlow(documentOf(nodes).script);
      const replay = replayOf(flow, 1000, {
        main: { choices: [500, 300], left: 200 },
        english: { choices: [400, 100] },
      });
      const helps = proposeHelp({ flow, replay, log: undefined }, new Set(changeKinds));
      return helps.map(({ change }) => 'menu' in change.about && change.about.menu);
    };
    expect(helped(withPerson('', ''))).toEqual(['main']);
    expect(helped(withPerson(', language: en', ', language: es'))).toEqual([]);
  });
});
