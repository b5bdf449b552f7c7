import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { grouped } from './plural.ts';
import type { Finding } from './finding.ts';
import { deepestNesting, type ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { duplicateFieldFinding, forbiddenFieldFinding, syntaxFinding } from './syntax-finding.ts';
import type { Extent, Field, ScalarTree, Tree } from './tree.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { yamlMistake } from './yaml-mistake/yaml-mistake.ts';

/** More values than this behind aliases is an attack or a mistake, never a menu. */
const mostAliasedValues = 20_000;

class RefusedDocument extends Error {
  readonly extent: Extent;
  readonly help: string;

  constructor(message: string, extent: Extent, help: string) {
    super(message);
    this.extent = extent;
    this.help = help;
  }
}

function extentOf(node: Node | null): Extent {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}

function scalarOf(value: unknown, extent: Extent): ScalarTree {
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : value === null || value === undefined
        ? null
        : JSON.stringify(value);
  return { kind: 'scalar', ...extent, value: plain };
}

function convertDocument(source: Source, document: Document, findings: Finding[]): Tree {
  let aliased = 0;
  const open = new Set<Node>();

  const fieldsOf = (map: YAMLMap, behindAlias: boolean): Field[] => {
    const fields: Field[] = [];
    const firsts = new Map<string, Field>();
    for (const pair of map.items) {
      const key = pair.key as Node | null;
      const nameExtent = extentOf(key);
      const name = isScalar(key)
        ? String(key.value)
        : source.text.slice(nameExtent.start, nameExtent.end);
      const value = pair.value as Node | null;
      const field: Field = {
        name,
        nameExtent,
        value:
          value === null
            ? scalarOf(null, { start: nameExtent.end, end: nameExtent.end })
            : convert(value, behindAlias),
      };
      if (name === '__proto__') {
        findings.push(forbiddenFieldFinding(source, name, field.nameExtent));
        continue;
      }
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, field);
      else if (!behindAlias) {
        findings.push(duplicateFieldFinding(source, name, nameExtent, first.nameExtent));
      }
      fields.push(field);
    }
    return fields;
  };

  const convert = (node: Node, behindAlias: boolean): Tree => {
    const extent = extentOf(node);
    if (behindAlias && (aliased += 1) > mostAliasedValues) {
      throw new RefusedDocument(
        `Aliases here stand for more than ${grouped(mostAliasedValues)} values.`,
        extent,
        'Write the values out where they are meant.',
      );
    }
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined || open.has(target)) {
        throw new RefusedDocument(
          target === undefined
            ? `"*${node.source}" refers to a value marked "&${node.source}", and there is none above.`
            : `"*${node.source}" would refer to what it is a part of.`,
          extent,
          `Put quotes around it if it is a text: "*${node.source}".`,
        );
      }
      return { ...convert(target, true), ...extent };
    }
    if (open.size > deepestNesting) {
      throw new RefusedDocument(
        `The document is nested more than ${deepestNesting} levels deep.`,
        extent,
        'Check whether the file is what it should be.',
      );
    }
    open.add(node);
    try {
      // The parser lets what is written in lines end behind the comments that follow.
      if (isMap(node)) {
        const fields = fieldsOf(node, behindAlias);
        const last = fields.at(-1);
        const isEmpty = last?.value.start === last?.value.end;
        const lastEnd = (isEmpty ? last?.nameExtent : last?.value)?.end ?? extent.end;
        return { kind: 'map', ...extent, end: node.flow === true ? extent.end : lastEnd, fields };
      }
      if (isSeq(node)) {
        const items = node.items.map((item) => convert(item as Node, behindAlias));
        const lastEnd = items.at(-1)?.end ?? extent.end;
        return { kind: 'list', ...extent, end: node.flow === true ? extent.end : lastEnd, items };
      }
      return scalarOf(isScalar(node) ? node.value : null, extent);
    } finally {
      open.delete(node);
    }
  };
  const root = document.contents;
  return root === null ? scalarOf(null, { start: 0, end: 0 }) : convert(root, false);
}

/** Fields that begin files of ours, in which no tag has a meaning. */
const ownFields = new Set(['ivr', 'directory']);

/** Texts that begin with "!", which would be read without their first word. */
function lostTags(source: Source, tree: Tree, { warnings }: Document): readonly Finding[] {
  if (tree.kind !== 'map' || !tree.fields.some(({ name }) => ownFields.has(name))) return [];
  return warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [start, end] }) => {
      const tag = source.text.slice(start, end).trimEnd();
      return syntaxFinding(
        source,
        { start, end: start + tag.length },
        `"${tag}" would be read as a mark of YAML, and left out.`,
        'Put quotes around the whole text.',
      );
    });
}

/**
 * Reads YAML 1.2 (and so JSON) with the place of every value. Syntax errors, fields written twice,
 * runaway aliases and runaway nesting are findings. Tags of other languages (`!Sub`) are let through
 * as the values they stand before, but not in files of ours.
 */
export function readFullYaml(source: Source): ReadResult {
  const refuse = (extent: Extent, message: string, help: string): ReadResult => ({
    tree: undefined,
    findings: [syntaxFinding(source, extent, message, help)],
  });
  const tokens = [...new Parser().parse(source.text)];
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) {
    const message = `The document is nested more than ${deepestNesting} levels deep.`;
    const help = 'Check whether the file is what it should be.';
    return refuse({ start: deep, end: deep + 1 }, message, help);
  }
  const composer = new Composer({ uniqueKeys: false, merge: false });
  const [document, second] = composer.compose(tokens, true, source.text.length);
  if (document === undefined) return { tree: undefined, findings: [] };
  const [error] = document.errors;
  if (error !== undefined) {
    const { at, message, help } = yamlMistake(source.text, error);
    return refuse(at, message, help);
  }
  if (second !== undefined) {
    const [start, , end] = second.range;
    const message = 'A second document begins here, and only the first of a file can count.';
    return refuse({ start, end }, message, 'Give each document a file of its own.');
  }
  const findings: Finding[] = [];
  try {
    const tree = convertDocument(source, document, findings);
    return { tree, findings: [...findings, ...lostTags(source, tree, document)] };
  } catch (refused) {
    if (!(refused instanceof RefusedDocument)) throw refused;
    return refuse(refused.extent, refused.message, refused.help);
  }
}
