import { lintResult, type LintResult } from '../../src/lint/lint-result.ts';
import type { Finding } from '../../src/source/finding.ts';

/** What a file name or a prompt may hold to break out of where a report puts it. */
export const hostile =
  'a\n::error::b\r\n##[add-mask]c %0A,:|`x`|<script>alert(1)</script>]]><!--&amp; "q\' [l](https://evil.example) @team www.evil.example $x$ \u001b[2J\u009b31m\u0000\u202e\ud800\ufffe end';

const at = { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } };

/** A run of one finding whose every text is hostile, and one that is harmless. */
export const hostileResult: LintResult = lintResult(
  [
    {
      ruleId: 'dead-end',
      severity: 'error',
      message: hostile,
      data: {},
      subject: hostile,
      at: { path: hostile, ...at },
      related: [{ message: hostile, at: { path: hostile, ...at } }],
      help: hostile,
    } satisfies Finding,
    {
      ruleId: 'not-known-to-anybody',
      severity: 'info',
      message: 'A message.',
      data: {},
      subject: 'x',
      at: {
        path: 'menus/plain.ivr.yaml',
        start: { line: 1, column: 1 },
        end: { line: 4, column: 1 },
      },
      related: [],
      help: 'A help.',
    } satisfies Finding,
  ],
  [
    { path: hostile, text: `one\n  ${hostile}` },
    { path: 'menus/clean.ivr.yaml', text: '' },
  ],
  { files: 2, nodes: 3 },
);
