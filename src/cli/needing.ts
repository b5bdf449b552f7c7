import type { Command } from 'commander';

/** Options that say how the calls are read, as Commander names their values. */
export const ofCalls = ['logFormat', 'logZone', 'map', 'memory', 'rejects'] as const;

/**
 * Before a command runs: ends with a usage error where one of these options is given and none of those
 * that it goes with, since nothing would go by it, and nobody would be told.
 */
export function needing(
  options: readonly string[],
  others: readonly string[],
): (command: Command) => void {
  return (command) => {
    const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
    const flag = (name: string): string =>
      command.options.find((one) => one.attributeName() === name)?.long ?? name;
    const lonely = others.some(isGiven) ? undefined : options.find(isGiven);
    if (lonely === undefined) return;
    const flags = others
      .map(flag)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
    command.error(`error: ${flag(lonely)} goes with ${flags}.`);
  };
}
