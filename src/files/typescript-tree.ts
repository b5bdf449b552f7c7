import type { Finding } from '../source/finding.ts';
import { duplicateFieldFinding } from '../source/syntax-finding.ts';
import type { Field, Tree } from '../source/tree.ts';
import type { ArrayLiteral, Expression, ObjectLiteral, Outline } from './typescript-syntax.ts';

interface Extent {
  readonly start: number;
  readonly end: number;
}

const extentOf = (node: {
  readonly start?: number | null;
  readonly end?: number | null;
}): Extent => ({
  start: node.start ?? 0,
  end: node.end ?? 0,
});

/** ivrkit's functions that return what they are given. */
const passing: ReadonlySet<string> = new Set(['defineScript', 'defineDirectory']);

function passedOn(expression: Expression, outline: Outline): Expression | undefined {
  switch (expression.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return expression.expression;
    case 'Identifier':
      return outline.constants.get(expression.name);
    case 'CallExpression': {
      const { callee, arguments: given } = expression;
      if (callee.type !== 'Identifier') return undefined;
      const { name } = outline.imports.get(callee.name) ?? callee;
      const [first] = given;
      return passing.has(name) && first !== undefined && first.type !== 'SpreadElement'
        ? (first as Expression)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What an expression is in the end, through names of the file, assertions and `define…()`. */
function resolveExpression(expression: Expression, outline: Outline): Expression {
  const seen = new Set<Expression>();
  let here = expression;
  for (let next = passedOn(here, outline); next !== undefined && !seen.has(next);) {
    seen.add(next);
    here = next;
    next = passedOn(here, outline);
  }
  return here;
}

/** The expression of a field of an object literal that an expression is in the end. */
export function fieldExpression(
  outline: Outline,
  expression: Expression | undefined,
  field: string,
): Expression | undefined {
  const literal = expression === undefined ? undefined : resolveExpression(expression, outline);
  if (literal?.type !== 'ObjectExpression') return undefined;
  const property = literal.properties.find(
    (member) =>
      member.type === 'ObjectProperty' &&
      !member.computed &&
      ((member.key.type === 'Identifier' && member.key.name === field) ||
        (member.key.type === 'StringLiteral' && member.key.value === field)),
  );
  return property?.type === 'ObjectProperty' ? (property.value as Expression) : undefined;
}

interface Property {
  readonly nameExtent: Extent;
  readonly value: Expression;
}

/**
 * Gives every part of a value that a program computed the place where the program's text writes it.
 * Names of the file are followed to objects and lists; what the text doesn't tell (calls, computed
 * names, spreads of other files) stands where the expression around it does; without a `root`,
 * everything stands at the beginning of the file.
 */
export function locateValue(
  outline: Outline,
  root: Expression | undefined,
  value: unknown,
): { readonly tree: Tree; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const checked = new Set<ObjectLiteral>();

  const propertiesOf = (literal: ObjectLiteral): ReadonlyMap<string, Property> => {
    const properties = new Map<string, Property>();
    const own = new Map<string, Extent>();
    const isFirstVisit = !checked.has(literal);
    checked.add(literal);
    for (const member of literal.properties) {
      if (member.type === 'SpreadElement') {
        const spread = resolveExpression(member.argument, outline);
        if (spread.type !== 'ObjectExpression') continue;
        for (const [name, property] of propertiesOf(spread)) properties.set(name, property);
        continue;
      }
      if (member.computed) continue;
      const { key } = member;
      const name =
        key.type === 'Identifier'
          ? key.name
          : key.type === 'StringLiteral' || key.type === 'NumericLiteral'
            ? String(key.value)
            : undefined;
      if (name === undefined) continue;
      const nameExtent = extentOf(key);
      const first = own.get(name);
      if (first !== undefined && isFirstVisit)
        findings.push(duplicateFieldFinding(outline.source, name, nameExtent, first));
      own.set(name, first ?? nameExtent);
      if (member.type === 'ObjectProperty')
        properties.set(name, { nameExtent, value: member.value as Expression });
    }
    return properties;
  };

  /** The expressions of a list's items, up to the first whose position the text doesn't tell. */
  const itemsOf = (literal: ArrayLiteral): readonly Expression[] => {
    const items: Expression[] = [];
    for (const element of literal.elements) {
      if (element === null) return items;
      if (element.type !== 'SpreadElement') items.push(element);
      else {
        const spread = resolveExpression(element.argument, outline);
        if (spread.type !== 'ArrayExpression') return items;
        items.push(...itemsOf(spread));
      }
    }
    return items;
  };

  const locate = (expression: Expression | undefined, here: unknown, around: Extent): Tree => {
    const written = expression === undefined ? around : extentOf(expression);
    const literal = expression === undefined ? undefined : resolveExpression(expression, outline);
    if (Array.isArray(here)) {
      const isLiteral = literal?.type === 'ArrayExpression';
      const items = isLiteral ? itemsOf(literal) : [];
      const extent = isLiteral ? extentOf(literal) : written;
      return {
        kind: 'list',
        ...extent,
        items: here.map((item, index) => locate(items[index], item, extent)),
      };
    }
    if (typeof here === 'object' && here !== null) {
      const isLiteral = literal?.type === 'ObjectExpression';
      const properties = isLiteral ? propertiesOf(literal) : undefined;
      const extent = isLiteral ? extentOf(literal) : written;
      const fields = Object.entries(here).map(([name, field]): Field => {
        const property = properties?.get(name);
        const nameExtent = property?.nameExtent ?? extent;
        return { name, nameExtent, value: locate(property?.value, field, nameExtent) };
      });
      return { kind: 'map', ...extent, fields };
    }
    const isScalar =
      typeof here === 'string' || typeof here === 'number' || typeof here === 'boolean';
    return { kind: 'scalar', ...written, value: isScalar ? here : null };
  };
  const tree = locate(root, value, { start: 0, end: 0 });
  return { tree, findings };
}
