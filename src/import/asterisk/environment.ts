/** What is known of a variable where a step runs. */
export interface Known {
  /** What it is, or, where it changes, what it was when the step was first come to. */
  readonly text: string;
  /** True where it may be something else by now. */
  readonly varies: boolean;
  /** True where it is never empty, whatever it is. */
  readonly isFilled: boolean;
}

/** Variables by name; one that isn't there may be anything. */
export type Environment = ReadonlyMap<string, Known>;

/** More variables than this at a time are not kept track of. */
const most = 64;

export const emptyEnvironment: Environment = new Map();

/** The same with one variable set; nothing known where there is no text. */
export function withVariable(
  environment: Environment,
  name: string,
  text: string | undefined,
): Environment {
  if (text === undefined) {
    if (!environment.has(name)) return environment;
    const without = new Map(environment);
    without.delete(name);
    return without;
  }
  if (environment.size >= most && !environment.has(name)) return environment;
  return new Map([...environment, [name, { text, varies: false, isFilled: text !== '' }]]);
}

/** What is known where two ways meet; the first of them tells what a variable is to begin with. */
export function joinEnvironments(first: Environment, second: Environment): Environment {
  if (first === second) return first;
  let changed: Map<string, Known> | undefined;
  for (const [name, known] of first) {
    const other = second.get(name);
    const varies = known.varies || other === undefined || other.varies || other.text !== known.text;
    const isFilled = known.isFilled && other?.isFilled === true;
    if (varies === known.varies && isFilled === known.isFilled) continue;
    changed ??= new Map(first);
    changed.set(name, { ...known, varies, isFilled });
  }
  return changed ?? first;
}
