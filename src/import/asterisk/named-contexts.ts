import type { Dialplan } from './dialplan.ts';

/** The contexts that another one includes, or names where it sends calls. */
export function namedContexts(dialplan: Dialplan): ReadonlySet<string> {
  const led = new Set<string>();
  for (const context of dialplan.contexts.values()) {
    for (const { context: included } of context.includes) led.add(included);
  }
  const jumps = /goto|gosub|exec|macro|background|dial|while/i;
  for (const { application, arguments: given, context } of dialplan.steps) {
    if (!jumps.test(application)) continue;
    for (const word of given.text.split(/[,|?:()&@/\s]+/)) {
      if (word !== context && dialplan.contexts.has(word)) led.add(word);
    }
    if (application.toLowerCase() === 'macro') led.add(`macro-${given.text.split(',')[0] ?? ''}`);
  }
  return led;
}
