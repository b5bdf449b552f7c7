import { createTexts, fieldIn, objectIn, textIn, type JsonObject } from '../values.ts';

/** What is kept of an entry of a flow log. */
export interface FlowLogFacts {
  /** The ARN and the name of the flow. */
  readonly flow: string;
  readonly flowName: string;
  /** The id of the block in its flow. */
  readonly block: string;
  readonly type: string;
  /** Whether the entry tells what the block was given; one without says only how it ended. */
  readonly isEntry: boolean;
  readonly result: string | undefined;
  /** The value that a block compares. */
  readonly compared: string | undefined;
  /** Stands for what the block was given, so that entries of one moment are told apart. */
  readonly given: number;
  /** How many actions came before it, where the log counts them. */
  readonly count?: string;
}

/** A number for a text (FNV-1a): texts of one contact and moment hardly ever share one. */
function hashOfText(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return hash;
}

/** Where an entry of a flow log belongs. */
export interface EntryFlow {
  /** The ARN of the flow. */
  readonly flow: string;
  readonly flowName: string;
}

/** Makes what keeps of the entries of a flow log what calls are told by, names once for all of them. */
export function flowLogFacts(): (entry: JsonObject, flow: EntryFlow) => FlowLogFacts {
  const same = createTexts();
  return (entry, { flow, flowName }) => {
    const type = textIn(entry, 'ContactFlowModuleType') ?? '';
    const parameters = objectIn(fieldIn(entry, 'Parameters'));
    const results = textIn(entry, 'Results');
    // Functions answer in `ExternalResults`, and have no other result then.
    const answered =
      objectIn(fieldIn(entry, 'ExternalResults')) === undefined ? undefined : 'Success';
    return {
      flow: same(flow),
      flowName: same(flowName),
      block: same(textIn(entry, 'Identifier') ?? ''),
      type: same(type),
      isEntry: fieldIn(entry, 'Parameters') !== undefined,
      result: results ?? answered,
      given: parameters === undefined ? 0 : hashOfText(JSON.stringify(parameters)),
      compared: type === 'CheckAttribute' ? textIn(parameters, 'Value') : undefined,
    };
  };
}
