import { buildCallFlow } from '../flow/build-call-flow.ts';
import { exportFinding } from './export-finding.ts';
import type { Exporter } from './exporter.ts';
import { writeNativeScript } from './native.ts';
import { typescriptLiteral } from './typescript-literal.ts';

/** Writes a script as a program that exports it by `defineScript`; it reads back as the same script. */
export const writeTypescript: Exporter = (document) => {
  const { script } = document;
  const native = JSON.parse(writeNativeScript(script, 'json')) as Record<string, unknown>;
  const fields = Object.entries(native).filter(([name]) => name !== 'ivr' && name !== '$schema');
  const literal = typescriptLiteral(Object.fromEntries(fields));
  const flow = buildCallFlow(script);
  const missing = [
    ...flow.loose.filter(({ does }) => does === undefined),
    ...flow.looseEntries,
  ].map((end) => ({ path: end.path, name: 'to' in end ? end.to : end.start }));
  return {
    text: `import { defineScript } from 'ivrkit';\n\nexport default defineScript(${literal});\n`,
    findings: missing.flatMap(({ path, name }) =>
      name === undefined
        ? []
        : [
            exportFinding(document, path, {
              ruleId: 'exported-otherwise',
              message: `There is no node "${name}", so the program doesn't compile.`,
              help: 'Correct the name, or add the node.',
            }),
          ],
    ),
  };
};
