import { below } from '../tree-values.ts';
import { audioBelow, countBelow, secondsOrDefault } from './architect-value.ts';
import { originOf, outputOf, type Mapper } from './job-ways.ts';

/** Callers key in digits; `failure` is where silence and wrong entries lead. */
export const collectDigits: Mapper = (job, builder) => {
  const { body } = job;
  const defaults = builder.defaultsOf(job.kind);
  const { say, at } = audioBelow(body, 'inputAudio');
  const exact = countBelow(body, 'digits', 'exact') ?? countBelow(body, 'exactDigits');
  const failed = outputOf(job, builder, 'failure');
  const positive = (count: number | undefined) =>
    count === undefined || count < 1 ? undefined : count;
  builder.add(
    job.id,
    {
      kind: 'collect',
      origin: originOf(job),
      say,
      digits: {
        min: exact ?? countBelow(body, 'digits', 'range', 'min'),
        max: positive(exact ?? countBelow(body, 'digits', 'range', 'max')),
        end: '#',
        interDigit: secondsOrDefault(body, defaults, 'interDigitTimeout'),
      },
      to: outputOf(job, builder, 'success'),
      noInput: {
        wait: secondsOrDefault(body, defaults, 'noEntryTimeout'),
        attempts: 1,
        to: failed,
      },
      noMatch: { attempts: 1, to: failed },
    },
    job.kindAt,
    [
      [['say'], at],
      [['digits'], below(body, 'digits')],
      [['noInput', 'wait'], below(body, 'noEntryTimeout')],
    ],
  );
};
