import { contactEvents } from './amazon-connect/contact-events.ts';
import { contactRecord } from './amazon-connect/contact-record.ts';
import { lakeLogs } from './amazon-connect/data-lake.ts';
import { deliveredFlowLog } from './amazon-connect/delivered-flow-log.ts';
import { connectFlowLog, connectFlowLogTable } from './amazon-connect/flow-log.ts';
import { asteriskLogs } from './asterisk/asterisk-logs.ts';
import { studioLog } from './twilio-studio/studio-log.ts';
import { avayaBreadcrumbs } from './avaya/breadcrumbs.ts';
import { cvpActivityLog } from './cisco-cvp/activity-log.ts';
import { dialogflowLog } from './dialogflow-cx/interaction-log.ts';
import { freeswitchRecord } from './freeswitch/call-record.ts';
import { freeswitchXmlRecord } from './freeswitch/xml-record.ts';
import { genesysConversations } from './genesys/conversation-log.ts';
import { genesysExecutions } from './genesys/execution-log.ts';
import type { LogFormat } from './log-format.ts';
import { talkdeskExecutions } from './talkdesk/flow-executions.ts';

/** The layouts of vendors' logs, in the order in which they are tried. */
export const logFormats: readonly LogFormat[] = [
  connectFlowLog,
  connectFlowLogTable,
  deliveredFlowLog,
  contactRecord,
  contactEvents,
  ...lakeLogs,
  studioLog,
  genesysExecutions,
  genesysConversations,
  ...asteriskLogs,
  cvpActivityLog,
  freeswitchRecord,
  freeswitchXmlRecord,
  dialogflowLog,
  ...talkdeskExecutions,
  avayaBreadcrumbs,
];
