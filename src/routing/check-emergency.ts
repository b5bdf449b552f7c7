import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';

/** Emergency switches that are on: every caller is sent the emergency way until they are put back. */
export function checkEmergency(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.calendars)
    .filter(([, { emergency }]) => emergency === true)
    .map(([id]) => ({
      ruleId: 'emergency-on',
      severity: 'warning' as const,
      message: `The emergency switch of "${id}" is on, so callers are sent the emergency way at every hour.`,
      help: 'Put it back to false when the emergency is over.',
      data: { calendar: id },
      at: ['calendars', id, 'emergency'],
    }));
}
