import { findContactFlows } from '../../src/import/amazon-connect/find-contact-flows.ts';
import { importContactFlows } from '../../src/import/amazon-connect/import-contact-flows.ts';
import type { ImportReport } from '../../src/import/import-report.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import type { Path } from '../../src/source/tree.ts';
import { looksLikeJson } from '../../src/source/looks-like-json.ts';
import { readJson } from '../../src/source/read-json.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import type { Source } from '../../src/source/source.ts';
import { underlined } from './underlined.ts';

/** The ways out of an action, shortly: conditions are `['1', target]` or `['> 5', target, operator]`. */
export interface Ways {
  readonly next?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conditions?: readonly (readonly [operand: string, target: string, operator?: string])[];
}

/** An action as the flow language writes it. */
export function action(
  id: string,
  type: string,
  parameters: Readonly<Record<string, unknown>> = {},
  { next, errors, conditions }: Ways = {},
): object {
  return {
    Identifier: id,
    Type: type,
    Parameters: parameters,
    Transitions: {
      ...(next === undefined ? {} : { NextAction: next }),
      ...(errors === undefined
        ? {}
        : {
            Errors: Object.entries(errors).map(([ErrorType, NextAction]) => ({
              NextAction,
              ErrorType,
            })),
          }),
      ...(conditions === undefined
        ? {}
        : {
            Conditions: conditions.map(([operand, NextAction, Operator = 'Equals']) => ({
              NextAction,
              Condition: { Operator, Operands: [operand] },
            })),
          }),
    },
  };
}

/** A whole flow that starts at its first action. */
export function flowOf(actions: readonly object[], metadata: object = {}): object {
  const first = actions[0] as { readonly Identifier?: string } | undefined;
  return {
    Version: '2019-10-30',
    StartAction: first?.Identifier ?? '',
    Metadata: metadata,
    Actions: actions,
  };
}

export function sourceOf(document: object, path = 'flow.json'): Source {
  return { path, text: JSON.stringify(document, null, 2) };
}

/** What an import gave, ready to be looked at. */
export interface Imported {
  readonly document: ScriptDocument;
  readonly script: Script;
  readonly report: ImportReport;
  readonly node: (id: string) => ScriptNode | undefined;
  /** The text at the place of something in the script. */
  readonly textAt: (...path: Path) => string;
}

/** Imports a file that must hold one flow. */
export function importSource(source: Source): Imported {
  const { tree } = looksLikeJson(source) ? readJson(source) : readYaml(source);
  const found = tree === undefined ? undefined : findContactFlows(source, tree);
  const { documents, findings, report } = importContactFlows(
    source,
    found === undefined ? [] : [found],
  );
  const [document] = documents;
  if (document === undefined || documents.length !== 1) {
    throw new Error(`no single flow: ${findings.map(({ message }) => message).join('\n')}`);
  }
  const { script } = document;
  return {
    document,
    script,
    report,
    node: (id) => (script.nodes as Readonly<Record<string, ScriptNode>>)[id],
    textAt: (...path) => underlined(source.text, document.places.at(path)),
  };
}

/** Imports actions as a flow of their own. */
export function importActions(actions: readonly object[], metadata?: object): Imported {
  return importSource(sourceOf(flowOf(actions, metadata)));
}
