import { choiceMeant } from '../source/nearest-choice.ts';
import type { Path } from '../source/tree.ts';
import { currentZoneName } from './current-zone-name.ts';
import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { isTimeZone } from './zone-offsets.ts';

function zonesIn(directory: Directory): readonly { name: string; at: Path }[] {
  const optional = (name: string | undefined, at: Path) =>
    name === undefined ? [] : [{ name, at }];
  return [
    { name: directory.timeZone, at: ['timeZone'] },
    ...Object.entries(directory.calendars).flatMap(([id, { timeZone }]) =>
      optional(timeZone, ['calendars', id, 'timeZone']),
    ),
    ...directory.staffing.flatMap(({ timeZone }, index) =>
      optional(timeZone, ['staffing', index, 'timeZone']),
    ),
    ...Object.entries(directory.sites).flatMap(([id, { timeZone }]) =>
      optional(timeZone, ['sites', id, 'timeZone']),
    ),
  ];
}

/** Zones that the platform doesn't know, and names that are kept for old files only. */
export function checkZones(directory: Directory): readonly DirectoryProblem[] {
  return zonesIn(directory).flatMap(({ name, at }): readonly DirectoryProblem[] => {
    const current = currentZoneName(name);
    if (current !== undefined) {
      return [
        {
          ruleId: 'deprecated-zone',
          severity: 'warning',
          message: `"${name}" is an old name of a time zone, and systems may stop accepting it.`,
          help: `Write ${current}.`,
          data: { zone: name, current },
          at,
        },
      ];
    }
    if (isTimeZone(name)) return [];
    const hint = choiceMeant(name, Intl.supportedValuesOf('timeZone'));
    return [
      {
        ruleId: 'unknown-zone',
        severity: 'error',
        message: `There is no time zone "${name}", so nobody knows when it is open here.${hint}`,
        help: 'Write a name of the IANA time zone database, such as Europe/Athens.',
        data: { zone: name },
        at,
      },
    ];
  });
}
