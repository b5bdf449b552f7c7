import type { Rule } from '../rule.ts';
import { deadEnd } from './dead-end.ts';
import { missingTarget } from './missing-target.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [deadEnd, missingTarget];
