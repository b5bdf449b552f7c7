import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentRounds } from '../../src/flow/silent-rounds.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { edgesFrom } from '../../src/flow/call-flow.ts';
import type { Action } from '../../src/walk/action.ts';
import { awaits } from '../../src/walk/awaits.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import type { World } from '../../src/walk/world.ts';
import { anyScript } from '../support/any-script.ts';

const after = fc.option(fc.oneof(fc.double(), fc.double({ min: 0, max: 60 })), { nil: undefined });
const timed = <T extends object>(shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record({ ...shape, after }).map((action: object) => action as Action);

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  timed({ do: fc.constant('press'), key: fc.constantFrom('1', '2', '9', '0', '*', '#', '12', '') }),
  timed({ do: fc.constant('speak'), intent: fc.constantFrom('bill', '__proto__') }),
  timed({ do: fc.constant('enter'), digits: fc.oneof(fc.integer(), fc.double()) }),
  timed({ do: fc.constant('exit'), index: fc.integer({ min: -1, max: 4 }) }),
  timed({ do: fc.constant('succeed'), result: fc.constantFrom('red', 'success', '__proto__') }),
  ...(
    [
      'hangup',
      'next',
      'fail',
      'answer',
      'overflow',
      'abandon',
      'silence',
      'closed',
      'error',
    ] as const
  ).map((name) => timed({ do: fc.constant(name) })),
);

const anyWorld: fc.Arbitrary<World> = fc.record({
  start: fc.constant(Date.UTC(2026, 2, 2)),
  calendarState: fc
    .constantFrom('open', 'closed', 'holiday', 'emergency')
    .map((state) => () => state),
  share: fc.double({ min: 0, max: 0.99, noNaN: true }),
  attributes: fc.constantFrom({}, { colour: 'blue' }),
});

const closing = new Set(['hangup', 'disconnect', 'abandon', 'transfer', 'answer', 'end']);

describe('any call on any script', () => {
  test('goes along edges of the flow, in time, and ends once at most, whatever is done to it', () => {
    fc.assert(
      fc.property(
        anyScript,
        anyWorld,
        fc.array(anyAction, { maxLength: 30 }),
        (script, world, actions) => {
          const flow = buildCallFlow(script);
          let { state, events } = startCall(flow);
          for (const action of actions) {
            const before = JSON.stringify(state);
            const made = step(flow, state, action, world);
            expect(JSON.stringify(state)).toBe(before);
            if (state.ended !== undefined) expect(made).toEqual({ state, events: [] });
            const closed = made.events.filter(({ event }) => closing.has(event));
            expect(closed.map(({ event }) => event)).toEqual(
              made.state.ended === undefined || state.ended !== undefined
                ? []
                : [made.state.ended.event],
            );
            events = [...events, ...made.events];
            ({ state } = made);
          }
          expect(events.every(({ seconds }) => Number.isFinite(seconds) && seconds >= 0)).toBe(
            true,
          );
          expect(events.map(({ seconds }) => seconds)).toEqual(
            events.map(({ seconds }) => seconds).sort((a, b) => a - b),
          );
          const entered = events.filter(({ event }) => event === 'enter').map(({ node }) => node);
          for (const [index, from] of entered.slice(0, -1).entries())
            expect(edgesFrom(flow, from).map(({ to }) => to)).toContain(entered[index + 1]);
          expect(
            events.filter(
              ({ event, node }) => event !== 'start' && node === '' && entered.length > 0,
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every action that a call waits for moves it on, and one that it does not wait for leaves it', () => {
    fc.assert(
      fc.property(
        anyScript,
        anyWorld,
        fc.array(fc.nat(), { maxLength: 20 }),
        (script, world, choices) => {
          const flow = buildCallFlow(script);
          let { state } = startCall(flow);
          for (const choice of choices) {
            const { actions } = awaits(flow, state, world);
            if (state.ended !== undefined) expect(actions).toEqual([]);
            const action = actions[choice % Math.max(actions.length, 1)];
            if (action === undefined) break;
            const made = step(flow, state, action, world);
            expect(made.events.length).toBeGreaterThan(0);
            ({ state } = made);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('silence alone ends every call, or leads it on, or round and round', () => {
    fc.assert(
      fc.property(anyScript, anyWorld, (script, world) => {
        const flow = buildCallFlow(script);
        const { state } = startCall(flow);
        if (awaits(flow, state, world).from !== 'caller') return;
        // A node that leads silent callers back to itself asks for ever; a rule of lint tells so.
        fc.pre(
          !silentRounds(flow)
            .flat()
            .some(({ from }) => from === state.node),
        );
        let here = state;
        for (
          let times = 0;
          times < 4 && here.node === state.node && here.ended === undefined;
          times += 1
        )
          here = step(flow, here, { do: 'silence' }, world).state;
        expect(here.ended !== undefined || here.node !== state.node).toBe(true);
      }),
    );
  });
});
