import { caseShare } from '../../flow/case-share.ts';
import { isComparison } from '../../script/case-words.ts';
import { defineRule } from '../rule.ts';

/** Three thirds written as 33.3 % are a whole. */
const slack = 0.0015;

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Callers are shared out, and the shares don't come to all of them. */
export const shareSum = defineRule({
  id: 'share-sum',
  severity: 'error',
  summary: 'shares of callers add up to all of them',
  source: 'arithmetic',
  messages: {
    tooMany: {
      says: 'The callers at "{node}" are divided differently from what its author meant: the shares add up to {sum} %.',
      help: 'Make the shares add up to 100 %.',
    },
    lost: {
      says: '{rest} % of the callers at "{node}" are cut off: the shares add up to {sum} %, and there is no otherwise.',
      help: 'Make the shares add up to 100 %, or add an otherwise for the rest.',
    },
    noneLeft: {
      says: 'No caller of "{node}" ever goes to "{target}": the other shares already add up to 100 %.',
      help: 'Make the other shares smaller, or remove this way.',
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'branch' || node.on !== 'share') continue;
      if (node.cases.some(({ when }) => isComparison(when.trim().replace(/\s*%$/, '')))) continue;
      const shares = node.cases.map(({ when }) => caseShare(when));
      const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
      const data = { node: id, sum: percent(sum) };
      const at = [...path, 'cases'];
      const left = shares.indexOf(undefined);
      const takesRest = left >= 0 || node.otherwise !== undefined;
      if (sum > 1 + slack) report({ message: 'tooMany', data, at, aim: 'key' });
      else if (sum > 1 - slack) {
        const target = left < 0 ? node.otherwise : node.cases[left]?.to;
        if (target === undefined) continue;
        const never = left < 0 ? [...path, 'otherwise'] : [...at, left, 'when'];
        const facts = { node: id, target };
        report({ message: 'noneLeft', data: facts, at: never, severity: 'warning' });
      } else if (!takesRest && shares.length > 0) {
        report({ message: 'lost', data: { ...data, rest: percent(1 - sum) }, at, aim: 'key' });
      }
    }
  },
});
