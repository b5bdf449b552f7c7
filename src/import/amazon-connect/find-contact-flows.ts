import type { Finding } from '../../source/finding.ts';
import { readJson } from '../../source/read-json.ts';
import type { Source } from '../../source/source.ts';
import type { Tree } from '../../source/tree.ts';
import { unknownFormatFinding } from '../format-finding.ts';
import { contactFlowOf, isFlowBody, isLegacyFlow, type ContactFlow } from './contact-flow.ts';
import { contentText } from './content-text.ts';
import { below, fieldsOf, textBelow } from '../tree-values.ts';

/** The flows of a document, and what is wrong with those that can't be read. */
export interface FoundFlows {
  readonly flows: readonly ContactFlow[];
  readonly findings: readonly Finding[];
}

type Fallback = Parameters<typeof contactFlowOf>[3];

const resourceTypes: ReadonlyMap<string, string | undefined> = new Map([
  ['AWS::Connect::ContactFlow', undefined],
  ['AWS::Connect::ContactFlowModule', 'MODULE'],
]);

function fromBody(source: Source, body: Tree, wrapper?: Tree, fallback?: Fallback): FoundFlows {
  if (isFlowBody(body) || isLegacyFlow(body)) {
    return { flows: [contactFlowOf(source, body, wrapper, fallback)], findings: [] };
  }
  const finding = unknownFormatFinding(
    source,
    { start: body.start, end: body.start + 1 },
    'the content of this flow has no "StartAction" and "Actions"',
    'Export the flow again, or read it with "aws connect describe-contact-flow".',
  );
  return { flows: [], findings: [finding] };
}

function fromContent(
  source: Source,
  wrapper: Tree,
  content: Tree,
  fallback?: Fallback,
): FoundFlows {
  const object = below(content, 'Fn::ToJsonString') ?? content;
  if (isFlowBody(object) || isLegacyFlow(object)) {
    return fromBody(source, object, wrapper, fallback);
  }
  const embedded = contentText(source, content);
  if (embedded === undefined) return fromBody(source, content, wrapper, fallback);
  const { tree, findings } = readJson(source, embedded.text, embedded.offsets);
  if (tree === undefined) return { flows: [], findings };
  const found = fromBody(source, tree, wrapper, fallback);
  return { flows: found.flows, findings: [...findings, ...found.findings] };
}

function merge(all: readonly FoundFlows[]): FoundFlows {
  return {
    flows: all.flatMap(({ flows }) => flows),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function fromTemplate(source: Source, resources: Tree): FoundFlows | undefined {
  const found = fieldsOf(resources).flatMap(({ name, nameExtent, value }): FoundFlows[] => {
    const type = textBelow(value, 'Type');
    if (type === undefined || !resourceTypes.has(type)) return [];
    const content = below(value, 'Properties', 'Content');
    const moduleType = resourceTypes.get(type);
    if (content === undefined) {
      const help = 'Add its "Content", or take the resource out.';
      const what = `the resource "${name}" has no "Content"`;
      return [{ flows: [], findings: [unknownFormatFinding(source, nameExtent, what, help)] }];
    }
    const fallback = moduleType === undefined ? { name } : { name, type: moduleType };
    const properties = below(value, 'Properties') ?? value;
    return [fromContent(source, properties, content, fallback)];
  });
  return found.length === 0 ? undefined : merge(found);
}

/** Many a document has a field `Content`; only that of a flow holds an object. */
function canBeFlow(source: Source, content: Tree): boolean {
  if (isFlowBody(content) || isLegacyFlow(content)) return true;
  return contentText(source, content)?.text.trimStart().startsWith('{') === true;
}

/**
 * Takes the flows of Amazon Connect out of a document: bare, described by the API, in a
 * CloudFormation template, or several of those in a list. Nothing when it holds none.
 */
export function findContactFlows(source: Source, tree: Tree): FoundFlows | undefined {
  if (tree.kind === 'list') {
    const found = tree.items.flatMap((item) => {
      const flows = item.kind === 'map' ? findContactFlows(source, item) : undefined;
      return flows === undefined ? [] : [flows];
    });
    return found.length === 0 ? undefined : merge(found);
  }
  if (isFlowBody(tree) || isLegacyFlow(tree)) return fromBody(source, tree);
  const described = below(tree, 'ContactFlow') ?? below(tree, 'ContactFlowModule');
  const wrapper = described ?? tree;
  const content = below(wrapper, 'Content');
  const fallback = below(tree, 'ContactFlowModule') === undefined ? undefined : { type: 'MODULE' };
  if (content !== undefined && (described !== undefined || canBeFlow(source, content))) {
    return fromContent(source, wrapper, content, fallback);
  }
  if (described !== undefined && isFlowBody(described)) return fromBody(source, described);
  const resources = below(tree, 'Resources');
  return resources === undefined ? undefined : fromTemplate(source, resources);
}
