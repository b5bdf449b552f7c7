/** What a split compares. */
export interface StudioCondition {
  readonly type: string;
  readonly value: string;
  readonly arguments: readonly string[];
  readonly friendly_name: string;
}

/** A way out of a widget; without `next` Studio ends the call. */
export interface StudioTransition {
  readonly event: string;
  readonly next?: string;
  readonly conditions?: readonly StudioCondition[];
}

/** A block of a flow, as Studio takes it, without its place on the canvas. */
export interface StudioWidget {
  readonly name: string;
  readonly type: string;
  readonly transitions: readonly StudioTransition[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The name of a widget, or nothing where the call ends. */
export type Target = string | undefined;

function transition(event: string, next: Target): StudioTransition {
  return next === undefined ? { event } : { event, next };
}

/** A widget by its ways: events with the widgets that they lead to. */
export function widgetOf(
  name: string,
  type: string,
  ways: Readonly<Record<string, Target>>,
  properties: Readonly<Record<string, unknown>>,
): StudioWidget {
  const transitions = Object.entries(ways).map(([event, next]) => transition(event, next));
  return { name, type, transitions, properties };
}

/** One way of a split: what is compared with what, and where it leads. */
export interface StudioMatch {
  readonly type: string;
  readonly value: string;
  readonly next: Target;
  readonly title?: string | undefined;
  /** What is tested, where it isn't what the split tests. */
  readonly input?: string;
}

/** A split on a value; who meets no condition goes by `noMatch`. */
export function splitOf(
  name: string,
  input: string,
  matches: readonly StudioMatch[],
  noMatch: Target,
): StudioWidget {
  return {
    name,
    type: 'split-based-on',
    transitions: [
      transition('noMatch', noMatch),
      ...matches.map(({ type, value, next, title, input: own = input }) => ({
        ...transition('match', next),
        conditions: [
          {
            friendly_name: title ?? `If value ${type} ${value}`.trim(),
            arguments: [own],
            type,
            value,
          },
        ],
      })),
    ],
    properties: { input },
  };
}

/** Variables of the flow that are set on the way. */
export function variablesOf(
  name: string,
  values: Readonly<Record<string, string>>,
  next: Target,
): StudioWidget {
  const variables = Object.entries(values).map(([key, value]) => ({ key, value }));
  return widgetOf(name, 'set-variables', { next }, { variables });
}

/** The name of a variable for any text: letters, digits and underscores. */
export function variableName(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
}

/** A variable of the flow as Liquid reads it. */
export function variable(name: string): string {
  return `{{flow.variables.${variableName(name)}}}`;
}
