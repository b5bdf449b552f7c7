import type { parse, ParserOptions } from '@babel/parser';
import type { Source } from '../source/source.ts';

type Program = ReturnType<typeof parse>['program'];
type Statement = Program['body'][number];
export type Expression = Extract<Statement, { readonly type: 'ExpressionStatement' }>['expression'];
export type ObjectLiteral = Extract<Expression, { readonly type: 'ObjectExpression' }>;
export type ArrayLiteral = Extract<Expression, { readonly type: 'ArrayExpression' }>;

/** A name that comes from another file. */
export interface ImportedName {
  /** The file as the import writes it. */
  readonly from: string;
  /** The name there; `default` for the default export. */
  readonly name: string;
}

/** The outline of a TypeScript file: what its names stand for, as far as its text tells. */
export interface Outline {
  readonly source: Source;
  /** What a name of the file was set to, once and for all. */
  readonly constants: ReadonlyMap<string, Expression>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** What is exported under a name: an expression. */
  readonly exports: ReadonlyMap<string, Expression>;
}

/** Where a text stops being TypeScript. */
export interface SyntaxStop {
  readonly offset: number;
  readonly reason: string;
}

/** How `@babel/parser` reads a TypeScript file. */
export const typescriptOptions: ParserOptions = {
  sourceType: 'module',
  plugins: ['typescript'],
  ranges: false,
};

type Declaration = Extract<Statement, { readonly type: 'VariableDeclaration' }>;

function constantsOf(declaration: Declaration): readonly (readonly [string, Expression])[] {
  if (declaration.kind !== 'const') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init ? [[id.name, init] as const] : [],
  );
}

const nameOf = (node: { readonly type: string; name?: string; value?: string }): string =>
  node.name ?? node.value ?? '';

/** Reads the outline of a TypeScript file without running it, or tells where it stops making sense. */
export async function readOutline(source: Source): Promise<Outline | SyntaxStop> {
  const { parse } = await import('@babel/parser');
  let program: Program;
  try {
    program = parse(source.text, typescriptOptions).program;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const { pos = 0 } = error as { readonly pos?: number };
    const [reason = ''] = error.message.replace(/\s*\(\d+:\d+\)/, '').split('\n');
    return { offset: pos, reason };
  }
  const constants = new Map<string, Expression>();
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, Expression>();
  const renamed: (readonly [string, string])[] = [];
  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const [name, value] of constantsOf(statement)) constants.set(name, value);
    } else if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        if (specifier.type === 'ImportNamespaceSpecifier') continue;
        const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
        imports.set(specifier.local.name, { from: statement.source.value, name });
      }
    } else if (statement.type === 'ExportNamedDeclaration') {
      const { declaration } = statement;
      if (declaration?.type === 'VariableDeclaration') {
        for (const [name, value] of constantsOf(declaration)) {
          constants.set(name, value);
          exports.set(name, value);
        }
      }
      for (const specifier of statement.source ? [] : statement.specifiers) {
        if (specifier.type === 'ExportSpecifier')
          renamed.push([nameOf(specifier.exported), specifier.local.name]);
      }
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (!/^(Function|Class|TSDeclareFunction)/.test(declaration.type))
        exports.set('default', declaration as Expression);
    }
  }
  for (const [exported, local] of renamed) {
    const value = constants.get(local);
    if (value !== undefined) exports.set(exported, value);
  }
  return { source, constants, imports, exports };
}
