import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { isName } from '../../../src/script/names.ts';
import { scriptSchema } from '../../../src/script/schema.ts';
import { writeNativeScript } from '../../../src/export/native.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import {
  action,
  flowOf,
  importActions,
  importSource,
  sourceOf,
} from '../../support/contact-flow.ts';

const inherited = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];

/** These are heavy, and machines are shared: time is no part of what they say. */
jest.setTimeout(120_000);

describe('names', () => {
  test('of a vendor’s ids are readable where the author named them, else by what they do', () => {
    const uuid = (digit: number) => `${`${digit}`.repeat(8)}-1111-4111-8111-111111111111`;
    const { script } = importActions(
      [
        action('Main Menu', 'GetParticipantInput', { StoreInput: 'False' }),
        action(uuid(1), 'MessageParticipant', { PromptId: 'x' }, { next: uuid(2) }),
        action(uuid(2), 'MessageParticipant', { Text: 'a' }, { next: uuid(3) }),
        action(uuid(3), 'MessageParticipant', { Text: 'b' }, { next: uuid(4) }),
        action(uuid(4), 'GetParticipantInput', { StoreInput: 'True' }, { next: uuid(5) }),
        action(uuid(5), 'Compare', { ComparisonValue: '$.External.Is Open' }),
        action(uuid(6), 'DisconnectParticipant'),
        action(uuid(7), 'SomethingNew'),
        action('日本語', 'DisconnectParticipant'),
      ],
      { ActionMetadata: { [uuid(1)]: { promptName: 'Beep.wav' } } },
    );
    expect(Object.keys(script.nodes)).toEqual([
      'main-menu',
      'beep',
      'announcement',
      'announcement-2',
      'input',
      'check-is-open',
      'disconnect',
      'something-new',
      'disconnect-2',
    ]);
  });

  test('that every object has never become names of ours', () => {
    const actions = inherited.map((id, index) =>
      action(id, 'MessageParticipant', { Text: id }, { next: inherited[index + 1] ?? 'prototype' }),
    );
    const { script } = importActions(actions);
    expect(Object.keys(script.nodes)).toHaveLength(inherited.length);
    for (const id of Object.keys(script.nodes)) expect(isName(id)).toBe(true);
    const flow = buildCallFlow(script);
    expect(flow.loose.map(({ to }) => to)).toEqual(['prototype']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('of types, queues and attributes may be anything as well', () => {
    for (const name of inherited) {
      const { script, report } = importActions([
        action('a', name, { QueueId: name }, { next: 'b' }),
        action('b', 'UpdateContactTargetQueue', { QueueId: name }, { next: 'c' }),
        action('c', 'TransferContactToQueue', {}, { errors: { [name]: 'a' } }),
      ]);
      expect(Object.entries(report.opaque)).toEqual([[name, 1]]);
      expect(scriptSchema.safeParse(JSON.parse(writeNativeScript(script, 'json'))).success).toBe(
        true,
      );
    }
  });

  test('that two actions share are told, and the second is kept', () => {
    const { script, report } = importActions([
      action('a', 'MessageParticipant', { Text: '1' }, { next: 'a' }),
      action('a', 'MessageParticipant', { Text: '2' }, { next: 'a' }),
    ]);
    expect(script.nodes).toMatchObject({ a: { to: 'a' }, 'a-2': { to: 'a' } });
    expect(report.unresolved).toHaveLength(1);
  });
});

describe('ways that lead nowhere', () => {
  test('keep readable names, and never the name of another node', () => {
    const { node } = importActions([
      action(
        'a',
        'MessageParticipant',
        { Text: '1' },
        { next: 'End Call', errors: { NoMatchingError: '$end' } },
      ),
      action('end-call', 'Compare', { ComparisonValue: '$.Attributes.x' }, { next: 'End Call' }),
    ]);
    expect(node('a')).toMatchObject({ to: 'end-call-2', error: 'end' });
    expect(node('end-call')).toMatchObject({ otherwise: 'end-call-2' });
  });

  test('were never connected: a way that a node needs is open, any other says so', () => {
    const { node, document } = importActions([
      action('a', 'MessageParticipant', {}, { next: '', errors: { NoMatchingError: '' } }),
    ]);
    expect(node('a')).toEqual({
      kind: 'announcement',
      bargeIn: false,
      error: 'not-connected',
      origin: ['a'],
    });
    expect(document.places.at(['nodes', 'a', 'to']).start.line).toBeGreaterThan(1);
  });

  test.each([
    [{ StartAction: 'nowhere' }, 'nowhere'],
    [{ StartAction: '' }, 'not-connected'],
    [{ StartAction: 7 }, 'missing-action'],
    [{ StartAction: [] }, 'no-start'],
  ])('a start of %j has no node', (start, expected) => {
    const { script } = importSource(sourceOf({ Version: '2019-10-30', Actions: [], ...start }));
    expect(script.entries).toEqual([{ start: expected }]);
    expect(script.nodes).toEqual({});
  });
});

describe('sizes', () => {
  test.each([
    ['messages', 'MessageParticipant', { Text: 'a' }],
    ['queues', 'UpdateContactTargetQueue', {}],
  ])('a chain of 20,000 %s is imported and keeps its ends', (_, type, parameters) => {
    const actions = Array.from({ length: 20_000 }, (__, index) => {
      const own = type === 'UpdateContactTargetQueue' ? { QueueId: `Q${index}` } : parameters;
      return action(`a${index}`, type, own, {
        next: `a${index + 1}`,
        errors: { NoMatchingError: 'a20000' },
      });
    });
    const { script, node, report } = importSource({
      path: 'long.json',
      text: JSON.stringify(
        flowOf([...actions, action('a20000', 'TransferContactToQueue', {}, { next: 'a0' })]),
      ),
    });
    expect(Object.keys(script.nodes)).toHaveLength(20_001);
    expect(node('a19999')).toMatchObject({
      kind: type.includes('Queue') ? 'task' : 'announcement',
    });
    expect(report.nodes).toBe(20_001);
  });

  test('20,000 nameless actions of one kind get 20,000 names', () => {
    const actions = Array.from({ length: 20_000 }, () => ({ Type: 'DisconnectParticipant' }));
    const { script } = importSource(sourceOf(flowOf(actions)));
    expect(Object.keys(script.nodes)).toHaveLength(20_000);
  });
});

/** Values of every shape at every place where the flow language expects its own. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.constantFrom(
      '',
      '1',
      'a',
      'b',
      'Timeout',
      'True',
      '$.External.x',
      '$.StoredCustomerInput',
      '{{x}}',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('Text', 'QueueId', 'Messages', 'StoreInput', 'text'),
      tie('value'),
    ),
  ),
})).value;
const target = fc.constantFrom('a', 'b', 'c', 'missing', '', '$end');
const types = fc.constantFrom(
  ...['MessageParticipant', 'GetParticipantInput', 'Compare', 'Loop', 'TransferContactToQueue'],
  ...['UpdateContactTargetQueue', 'InvokeFlowModule', 'TransferParticipantToThirdParty', 'Wait'],
  ...['MessageParticipantIteratively', 'ConnectParticipantWithLexBot', 'CheckHoursOfOperation'],
  ...[
    'UpdateContactEventHooks',
    'EndFlowExecution',
    'DistributeByPercentage',
    'CreateCallbackContact',
  ],
);
const parameters = fc.dictionary(
  fc.constantFrom(
    ...['Text', 'SSML', 'PromptId', 'StoreInput', 'ComparisonValue', 'QueueId', 'InputValidation'],
    ...['InputTimeLimitSeconds', 'Messages', 'EventHooks', 'ThirdPartyPhoneNumber', 'LoopCount'],
    ...['ContinueFlowExecution', 'DTMFConfiguration', 'FlowModuleId', 'HoursOfOperationId'],
  ),
  anything,
);
const flows = fc.array(
  fc.record({
    Identifier: fc.oneof(fc.constantFrom('a', 'b', 'c'), anything),
    Type: types,
    Parameters: fc.oneof({ weight: 5, arbitrary: parameters }, { weight: 1, arbitrary: anything }),
    Transitions: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          NextAction: target,
          Errors: fc.array(
            fc.record({
              NextAction: target,
              ErrorType: fc.constantFrom(
                ...['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'],
                ...['QueueAtCapacity', 'CallFailed', 'Other'],
              ),
            }),
            { maxLength: 4 },
          ),
          Conditions: fc.array(
            fc.record({
              NextAction: target,
              Condition: fc.record({
                Operator: fc.constantFrom('Equals', 'TextContains'),
                Operands: fc.array(fc.constantFrom('1', '12', 'Timeout', 'True', 'x', ''), {
                  maxLength: 2,
                }),
              }),
            }),
            { maxLength: 3 },
          ),
        }),
      },
      { weight: 1, arbitrary: anything },
    ),
  }),
  { maxLength: 6 },
);

describe('any flow', () => {
  test('becomes a script that is valid, reads back the same, and has a place for everything', async () => {
    await fc.assert(
      fc.asyncProperty(flows, async (actions) => {
        const source = sourceOf({ Version: '2019-10-30', StartAction: 'a', Actions: actions });
        const { documents, findings } = await readMenuFile(source);
        expect(findings).toEqual([]);
        for (const { script, places } of documents) {
          const written = writeNativeScript(script, 'yaml');
          const { document, findings: problems } = parseScript({
            path: 'a.ivr.yaml',
            text: written,
          });
          expect(problems).toEqual([]);
          expect(document?.script).toEqual(script);
          for (const id of Object.keys(script.nodes)) expect(places.has(['nodes', id])).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keeps every way between two actions as an exit, or names it in the report', () => {
    fc.assert(
      fc.property(flows, (all) => {
        const actions = ['a', 'b', 'c'].flatMap((id) => {
          const found = all.find(({ Identifier }) => Identifier === id);
          return found === undefined ? [] : [found];
        });
        const { script, report } = importSource(
          sourceOf({ Version: '2019-10-30', StartAction: 'a', Actions: actions }),
        );
        const nodes = Object.entries(script.nodes);
        const madeFrom = (id: unknown) =>
          nodes.filter(([, { origin }]) => origin?.includes(String(id)) === true);
        const notes = report.unresolved.map(({ message }) => message).join('\n');
        for (const { Identifier, Transitions } of actions) {
          const shown = JSON.stringify(madeFrom(Identifier).map(([, node]) => node));
          const links = JSON.stringify(Transitions).matchAll(/"NextAction":"([abc])"/g);
          for (const [, to] of links) {
            const targets = madeFrom(to).map(([id]) => id);
            if (targets.length === 0) continue;
            const isKept =
              targets.some((id) => shown.includes(`"${id}"`)) ||
              madeFrom(to).some(
                ([, { origin }]) => origin?.includes(Identifier as string) === true,
              ) ||
              notes.includes(`"${String(to)}"`);
            expect({ Identifier, to, isKept }).toEqual({ Identifier, to, isKept: true });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
