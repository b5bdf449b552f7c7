import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureInTurns, printGoal, printTable } from './measure.mjs';

const once = 'bench/import-once.mjs';
const id = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A flow of Amazon Connect with so many blocks: menus behind messages, checks, queues and ends. */
function contactFlow(blocks) {
  const way = (index) => id(index % blocks);
  const errors = (...types) => types.map(([ErrorType, to]) => ({ ErrorType, NextAction: way(to) }));
  const action = (index) => {
    const next = index + 1;
    const equal = (operand, to) => ({
      NextAction: way(to),
      Condition: { Operator: 'Equals', Operands: [operand] },
    });
    const kinds = [
      ['MessageParticipant', { Text: `Message ${index}.` }, { NextAction: way(next) }],
      [
        'GetParticipantInput',
        { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        {
          NextAction: way(next),
          Conditions: [equal('1', next), equal('2', index * 7)],
          Errors: errors(
            ['InputTimeLimitExceeded', index * 3],
            ['NoMatchingCondition', index],
            ['NoMatchingError', index * 5],
          ),
        },
      ],
      [
        'Compare',
        { ComparisonValue: '$.Attributes.kind' },
        { Conditions: [equal('a', next)], Errors: errors(['NoMatchingCondition', index * 11]) },
      ],
      [
        'UpdateContactTargetQueue',
        { QueueId: `arn:aws:connect:x:0:instance/i/queue/${id(index % 40)}` },
        { NextAction: way(next), Errors: errors(['NoMatchingError', next]) },
      ],
      [
        'TransferContactToQueue',
        {},
        { Errors: errors(['QueueAtCapacity', next], ['NoMatchingError', index * 13]) },
      ],
    ];
    const [Type, Parameters, Transitions] = kinds[index % kinds.length];
    return { Identifier: id(index), Type, Parameters, Transitions };
  };
  const Actions = Array.from({ length: blocks }, (_, index) => action(index));
  return JSON.stringify({ Version: '2019-10-30', StartAction: id(0), Metadata: {}, Actions });
}

/** Imports of long flows, against reading their JSON alone. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-import-'));
  const file = (blocks) => join(folder, `flow-${blocks}.json`);
  try {
    for (const blocks of [10_000, 40_000]) writeFileSync(file(blocks), contactFlow(blocks));
    const results = await measureInTurns(
      {
        'JSON.parse, 10,000 blocks': [once, file(10_000), '--parse'],
        'program alone': [once, file(10_000), '--load'],
        'import, 10,000 blocks': [once, file(10_000)],
        'import by a library, 10,000 blocks': [once, file(10_000), '--library'],
        'import, 40,000 blocks': [once, file(40_000)],
      },
      5,
    );
    printTable('Importing a flow of Amazon Connect', results, 'JSON.parse, 10,000 blocks');
    const cpu = (name) => results[name].cpu;
    const small = cpu('import, 10,000 blocks');
    printGoal('10,000 blocks in less than 1 s CPU', `${small.toFixed(2)} s`, small < 1);
    const load = cpu('program alone');
    const growth = (cpu('import, 40,000 blocks') - load) / (small - load);
    printGoal('four times the blocks in about four times the CPU', growth.toFixed(1), growth < 5.5);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
