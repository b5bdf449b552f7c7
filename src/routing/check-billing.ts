import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { incrementOf } from './billing.ts';

/** No vendor rounds up to more seconds than this, or bills more at least. */
const longestStep = 600;

/** Terms of vendors that can't be meant as they are written. */
export function checkBilling(directory: Directory): readonly DirectoryProblem[] {
  const currencies = new Set(Intl.supportedValuesOf('currency'));
  return Object.entries(directory.vendors).flatMap(([id, { billing }]) => {
    if (billing === undefined) return [];
    const problem = (field: keyof typeof billing, message: string, help: string) => ({
      ruleId: 'odd-billing',
      severity: 'warning' as const,
      message,
      help,
      data: { vendor: id, field },
      at: ['vendors', id, 'billing', field],
    });
    const { price, currency, increment, minimum } = billing;
    const problems: DirectoryProblem[] = [];
    if (price === 0) {
      const message = `Calls to "${id}" cost nothing, so the views of costs leave its calls out of every sum.`;
      problems.push(problem('price', message, 'Write the price, or leave "billing" out.'));
    }
    if (!currencies.has(currency)) {
      const message = `There is no currency "${currency}", so nobody knows what calls to "${id}" cost.`;
      problems.push(problem('currency', message, 'Write an ISO 4217 code such as EUR or USD.'));
    }
    if (increment === 0) {
      const message = `Calls to "${id}" are rounded up to steps of no length, so they aren't rounded.`;
      problems.push(problem('increment', message, 'Write 1s where every second counts.'));
    }
    if (increment !== undefined && increment > longestStep) {
      const message = `Every call to "${id}" is rounded up to ${increment} s; perhaps another unit was meant.`;
      problems.push(problem('increment', message, 'Write seconds as 6s, minutes as 1m.'));
    }
    if (minimum !== undefined && minimum > Math.max(longestStep, incrementOf(billing))) {
      const message = `Every call to "${id}" is billed as at least ${minimum} s; perhaps another unit was meant.`;
      problems.push(problem('minimum', message, 'Write seconds as 30s, minutes as 1m.'));
    }
    return problems;
  });
}
