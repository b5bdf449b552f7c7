import { secretIn } from '../../prompt/secrets.ts';
import { eachText } from '../../script/each-text.ts';
import { defineRule } from '../rule.ts';

/** A password stands in the menu file: whoever reads the file can use it. */
export const secretInScript = defineRule({
  id: 'secret-in-script',
  severity: 'error',
  summary: 'no script contains a password, key or token',
  source: 'OWASP Secrets Management Cheat Sheet; CWE-798, use of hard-coded credentials',
  messages: {
    secret: {
      says: 'Everybody who can read this file, or a picture or report made from it, gets the {kind} that stands here.',
      help: 'Remove it, change it where it is used, and keep it in a store for secrets.',
    },
  },
  check({ script, report }) {
    eachText(script, ({ text, field, path }) => {
      const kind = secretIn(text, field);
      if (kind === undefined) return;
      const isGuess = kind === 'password';
      report({
        message: 'secret',
        data: { kind },
        at: path(),
        confidential: true,
        ...(isGuess ? { severity: 'warning' } : {}),
      });
    });
  },
});
