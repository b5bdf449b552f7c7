import type { Advice } from '../../advice/suggestion.ts';
import type { Bar, BarChart } from './layout-bars.ts';

function barOf(name: string, seconds: number, tone: Bar['parts'][number]['tone']): Bar {
  const text = `${seconds.toFixed(1)} s`;
  return { name, parts: [{ value: seconds, tone }], text, label: `${name}: ${text} a call.` };
}

/**
 * What a call takes today, after each change with those before it followed, and what no arrangement of
 * the options can be below; nothing where no call was counted, or nothing is suggested.
 */
export function savingsChart({
  current,
  after,
  suggestions,
  secondsAfter,
  bound,
}: Advice): BarChart | undefined {
  const today = current.secondsPerCall;
  if (today === undefined || suggestions.length === 0) return undefined;
  const steps = secondsAfter ?? (after.secondsPerCall === undefined ? [] : [after.secondsPerCall]);
  const isEach = steps.length === suggestions.length;
  const changed = steps.map((seconds, index) =>
    barOf(
      isEach ? `after change ${suggestions[index]?.number ?? index + 1}` : 'after all changes',
      seconds,
      'heat2',
    ),
  );
  const bars = [
    barOf('today', today, 'heat3'),
    ...changed,
    ...(bound === undefined ? [] : [barOf('least possible', bound.secondsPerCall, 'heat0')]),
  ];
  return {
    title: 'What a call takes',
    caption:
      'Seconds of listening and pressing per call; each change includes those before it. Waiting in queues is not counted.',
    description: bars.map(({ label }) => label).join(' '),
    unit: 'seconds',
    groups: [{ title: undefined, bars }],
    legend: [],
    empty: '',
  };
}
