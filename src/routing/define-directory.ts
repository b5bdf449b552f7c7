import type { DirectoryInput } from './directory.ts';

type QueueInput = NonNullable<DirectoryInput['queues']>[string];
type CalendarInput = NonNullable<DirectoryInput['calendars']>[string];
type StaffingInput = NonNullable<DirectoryInput['staffing']>[number];

/** A whole directory as an author writes it in TypeScript. */
export interface DirectoryDefinition<Queue extends string, Calendar extends string> extends Omit<
  DirectoryInput,
  'directory' | 'queues' | 'calendars' | 'staffing'
> {
  readonly calendars?: Readonly<Record<Calendar, CalendarInput>>;
  readonly queues?: Readonly<
    Record<
      Queue,
      Omit<QueueInput, 'calendar' | 'overflow'> & {
        readonly calendar?: NoInfer<Calendar>;
        readonly overflow?: readonly {
          readonly to: NoInfer<Queue>;
          readonly after?: string | number;
        }[];
      }
    >
  >;
  readonly staffing?: readonly (Omit<StaffingInput, 'queue'> & {
    readonly queue?: NoInfer<Queue>;
  })[];
}

/**
 * Writes a directory in TypeScript. A calendar or an overflow queue that doesn't exist is a compile
 * error; scripts that name this directory are checked against its queues and calendars.
 */
export function defineDirectory<const Queue extends string, const Calendar extends string>(
  directory: DirectoryDefinition<Queue, Calendar>,
): DirectoryDefinition<Queue, Calendar> & { readonly directory: 1 } {
  return { ...directory, directory: 1 };
}
