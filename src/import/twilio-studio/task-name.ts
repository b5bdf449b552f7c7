import { below, itemsOf, textBelow } from '../tree-values.ts';
import { hasLiquid } from './liquid.ts';
import type { Widget } from './widget.ts';

/**
 * What a look-up is called: by the parameter `task` that it is asked with, where it has one (so
 * `ivr export` writes it), else by its widget.
 */
export function taskNameOf({ name, type, properties }: Widget): string {
  for (const parameter of itemsOf(below(properties, 'parameters'))) {
    const value = textBelow(parameter, 'value');
    if (textBelow(parameter, 'key') === 'task' && value !== undefined && !hasLiquid(value)) {
      return value;
    }
  }
  return name === '' ? type : name;
}
