import type { Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { below, textBelow } from '../tree-values.ts';

/** A flow of Amazon Connect, taken out of whatever it was wrapped in. */
export interface ContactFlow {
  readonly source: Source;
  /** `{Version, StartAction, Actions, Metadata}`, or `{modules, start, metadata}` of older exports. */
  readonly body: Tree;
  /** The name, where the file has one: a bare flow often has not. */
  readonly name: string | undefined;
  readonly nameAt: Extent | undefined;
  /** The last part of its ARN, in lower case: what other flows know it by. */
  readonly id: string | undefined;
  /** `CONTACT_FLOW`, `CUSTOMER_QUEUE`, `AGENT_WHISPER`, …; nothing where the file doesn't tell. */
  readonly type: string | undefined;
  readonly description: string | undefined;
}

/** True for the body of a flow: actions with a start, or the version of the flow language. */
export function isFlowBody(tree: Tree | undefined): boolean {
  const version = textBelow(tree, 'Version');
  const hasStart = below(tree, 'StartAction') !== undefined;
  const hasActions = below(tree, 'Actions')?.kind === 'list';
  return hasActions ? hasStart || version !== undefined : hasStart && version === '2019-10-30';
}

/** True for what the console exported before the flow language of 2019. */
export function isLegacyFlow(tree: Tree | undefined): boolean {
  return below(tree, 'modules')?.kind === 'list' && below(tree, 'start') !== undefined;
}

/** The type of a flow, where older exports write it. */
function legacyType(body: Tree): string | undefined {
  return isLegacyFlow(body) ? textBelow(body, 'type') : undefined;
}

/** `contactFlow`, `customerQueue` of the metadata in the words of the wrappers. */
function typeFrom(metadataType: string | undefined): string | undefined {
  return metadataType?.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function idIn(wrapper: Tree | undefined): string | undefined {
  const arn = textBelow(wrapper, 'Arn') ?? textBelow(wrapper, 'ContactFlowArn');
  const id = arn?.slice(arn.lastIndexOf('/') + 1) ?? textBelow(wrapper, 'Id');
  return id?.toLowerCase();
}

/** The flow of a body, with what a wrapper says of it. */
export function contactFlowOf(
  source: Source,
  body: Tree,
  wrapper?: Tree,
  fallback?: { readonly name?: string; readonly type?: string },
): ContactFlow {
  const metadata = below(body, 'Metadata') ?? below(body, 'metadata');
  const wrapperName = textBelow(wrapper, 'Name');
  const metadataName = textBelow(metadata, 'name');
  return {
    source,
    body,
    name: wrapperName ?? metadataName ?? fallback?.name,
    nameAt:
      wrapperName !== undefined
        ? below(wrapper, 'Name')
        : metadataName !== undefined
          ? below(metadata, 'name')
          : undefined,
    id: idIn(wrapper),
    type:
      textBelow(wrapper, 'Type') ??
      typeFrom(textBelow(metadata, 'type') ?? legacyType(body)) ??
      fallback?.type,
    description: textBelow(wrapper, 'Description') ?? textBelow(metadata, 'description'),
  };
}
