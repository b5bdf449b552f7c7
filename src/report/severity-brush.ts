import type { Severity } from '../source/finding.ts';
import type { Paint } from './paint.ts';

/** The colour of a severity. */
export function severityBrush(paint: Paint, severity: Severity): (text: string) => string {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.blue;
  }
}
