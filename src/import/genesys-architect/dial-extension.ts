import { below } from '../tree-values.ts';
import { audioBelow, countBelow, secondsOrDefault } from './architect-value.ts';
import { originOf, outputOf, type Mapper } from './job-ways.ts';

/**
 * Callers key in an extension, and are put through to it. A choice of a menu disconnects after its last
 * chance, as Genesys says of the action; in a task `failure` or the next action follows.
 * Source: <https://help.mypurecloud.com/articles/dial-extension-action>.
 */
export const dialExtension: Mapper = (job, builder) => {
  const { body } = job;
  const isChoice = job.menu !== undefined && job.next === job.menu;
  const isWritten = below(body, 'outputs', 'failure') !== undefined;
  const failed = isChoice && !isWritten ? builder.flowEnds() : outputOf(job, builder, 'failure');
  const { say, at } = audioBelow(body, 'repromptAudio');
  const chances = countBelow(body, 'repromptCount') ?? countBelow(body, 'repeatCount') ?? 0;
  const attempts = Math.min(20, chances + 1);
  const dialled = builder.freshId(`${job.id}-dialled`, 'dialled');
  builder.add(
    job.id,
    {
      kind: 'collect',
      origin: originOf(job),
      digits: {
        min: 1,
        interDigit: secondsOrDefault(body, builder.defaultsOf(job.kind), 'interDigitTimeout'),
      },
      to: dialled,
      noInput: { attempts, say, to: failed },
      noMatch: { attempts, say, to: failed },
    },
    job.kindAt,
    [
      [['noInput'], at],
      [['digits'], below(body, 'interDigitTimeout')],
    ],
  );
  builder.add(
    dialled,
    {
      kind: 'transfer',
      origin: originOf(job),
      number: { unknown: 'the extension that the caller dials' },
      failure: failed,
    },
    job.kindAt,
  );
};
