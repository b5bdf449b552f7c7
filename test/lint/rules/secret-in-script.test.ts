import { expect, test } from '@jest/globals';
import { secretInScript } from '../../../src/lint/rules/secret-in-script.ts';
import { lintScript } from '../../../src/lint/run-rules.ts';
import { lintToText } from '../../../src/report/lint-text.ts';
import { lintResult } from '../../../src/lint/lint-result.ts';
import { documentOf } from '../../support/script-of.ts';
import { testRule } from '../../support/test-rule.ts';

/** Made up in pieces, so that no scanner of this project takes it for a real one. */
const key = ['AKIA', 'QZ7XW2VB4NM6LK3J'].join('');
const rest = '\n  b: {kind: hangup}';

testRule(secretInScript, {
  valid: [
    {
      title: 'prompts about passwords, placeholders and variables',
      nodes: `
  a: {kind: announcement, note: "password: \${secret:db}, token=<your token>, api_key = {{key}}", say: "Your password: enter it, then press hash.", to: b}
  c: {kind: opaque, vendor: v, type: t, raw: {password: "$.Attributes.pass1", secretArn: "arn:aws:x:1", token: short1}, exits: []}${rest}`,
    },
    {
      title: 'the examples of documentation',
      nodes: `  a: {kind: announcement, note: AKIAIOSFODNN7EXAMPLE, to: b}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'keys in notes, addresses and what an import kept, passwords as a warning',
      nodes: `
  a: {kind: announcement, note: ${key}, to: b}
#                               ^^^^^^^^^^^^^^^^^^^^ secret-in-script secret
  b: {kind: task, task: "https://ivr:h4ckme77@db.test/look-up", success: c, failure: c}
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret-in-script secret
  c: {kind: opaque, vendor: v, type: t, raw: {deep: [{apiKey: q8w7e6r5t4}]}, exits: []}
#                                                             ^^^^^^^^^^ secret-in-script secret !warning
  d: {kind: hangup, note: "password = winter2024"}
#                         ^^^^^^^^^^^^^^^^^^^^^^^ secret-in-script secret !warning`,
    },
  ],
});

test('a report never shows the secret, nor does one about a line beside it', () => {
  const document = documentOf(`
  a: {kind: announcement, note: ${key}, to: b}
  b: {kind: announcement}`);
  const findings = lintScript(document);
  const named = lintScript(document, { rules: [{ rule: secretInScript }] });
  expect(findings.map(({ ruleId }) => ruleId)).toContain('dead-end');
  const result = lintResult([...findings, ...named], [document.source], { files: 1, nodes: 2 });
  const text = lintToText(result);
  expect(text).toContain('secret-in-script');
  expect(text).not.toContain(key);
  expect(JSON.stringify(result.findings)).not.toContain(key);
});
