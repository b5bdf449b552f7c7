import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { fieldIn, textIn } from '../values.ts';
import { entryIn } from './log-entry.ts';

/** What every record has: all of its fields are mandatory. */
function isDelivered(entry: unknown): boolean {
  return (
    textIn(entry, 'ContactId') !== undefined &&
    textIn(entry, 'ResourceArn') !== undefined &&
    fieldIn(entry, 'ActionLogData') !== undefined
  );
}

/**
 * Flow logs that Amazon Connect delivers to CloudWatch, S3 or Firehose as records (`AMAZON_CONNECT_FLOW_LOGS`), in
 * JSON. Their fields are published, what the field for the action holds is not.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_mixins-preview.aws_connect.mixins.CfnInstanceAmazonConnectFlowLogsRecordFields.html
 */
export const deliveredFlowLog: JsonFormat = {
  name: 'amazon-connect-delivered-flow-log',
  title: 'delivered flow log of Amazon Connect',
  records: 'json',
  lists: ['events', 'logEvents', 'results'],
  mayFollowText: true,
  recognise: (value) => isDelivered(entryIn(value)),
  async load(moments) {
    const { translateDeliveredFlowLog } = await import('./translate-delivered-flow-log.ts');
    return anyTranslation(translateDeliveredFlowLog(moments));
  },
};
