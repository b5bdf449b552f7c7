/** A line of an activity log, taken apart. */
export interface ActivityLine {
  readonly session: string;
  readonly time: string;
  /** The element of the application; empty for what is about the session. */
  readonly element: string;
  readonly category: string;
  readonly action: string;
  readonly description: string;
}

/** What lines are about. */
const categories: ReadonlySet<string> = new Set([
  ...['start', 'end', 'enter', 'exit', 'interaction', 'data', 'custom', 'element', 'flag'],
  ...['transfer', 'default_path', 'error', 'warning', 'hotlink', 'hotevent'],
]);

/**
 * Takes a line apart: `session,time,element,category,action,description`; only the last may hold
 * commas. Nothing for a line of another kind.
 */
export function activityLineIn(text: string): ActivityLine | undefined {
  const [session, time, element, category, action = '', ...rest] = text.split(',');
  if (session === undefined || time === undefined || element === undefined) return undefined;
  if (category === undefined || !categories.has(category.trim())) return undefined;
  return {
    session: session.trim(),
    time: time.trim(),
    element: element.trim(),
    category: category.trim(),
    action: action.trim(),
    description: rest.join(',').trim(),
  };
}
