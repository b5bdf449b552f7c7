/** A call of a vendor's log: its id, and when it began, in milliseconds since 1970. */
interface SampleCall {
  readonly id: number;
  readonly at: number;
}

/** How a vendor's log is written, call by call; a table has a header. */
interface VendorSample {
  readonly header?: string;
  /** The records of a call, in order; a second one of a moment, and one that can't be used, among them. */
  readonly records: (call: SampleCall) => readonly string[];
}

const iso = (at: number): string => new Date(at).toISOString();
const json = (value: unknown): string => JSON.stringify(value);
const day = 86_400_000;

const connect: VendorSample = {
  records: ({ id, at }) =>
    [
      [0, 'Greeting', 'PlayPrompt', undefined],
      [3000, 'Menu', 'GetUserInput', undefined],
      [9000, 'Menu', 'GetUserInput', '1'],
      [9000, 'Sales', 'Transfer', undefined],
      [9000, 'Sales', 'Transfer', undefined],
    ].map(([after, block, type, results]) =>
      json({
        ContactId: id === 3 && block === 'Sales' ? '' : `c${id}`,
        ContactFlowId: 'arn:aws:connect:eu:1:instance/i/contact-flow/f1',
        ContactFlowName: 'Main line',
        ContactFlowModuleType: type,
        Identifier: block,
        Timestamp: iso(at + Number(after)),
        Parameters: {},
        ...(results === undefined ? {} : { Results: results }),
      }),
    ),
};

const connectRecords: VendorSample = {
  records: ({ id, at }) =>
    [60, 90].map((updated) =>
      json({
        ContactId: `c${id}`,
        Channel: 'VOICE',
        InitiationMethod: 'INBOUND',
        InitiationTimestamp: id === 3 ? 'noon' : iso(at),
        LastUpdateTimestamp: iso(at + updated * 1000),
        DisconnectTimestamp: iso(at + 60_000),
        DisconnectReason: updated === 60 ? 'AGENT_DISCONNECT' : 'CUSTOMER_DISCONNECT',
        SystemEndpoint: { Address: '+15550100', Type: 'TELEPHONE_NUMBER' },
        Queue: { Name: 'Sales', EnqueueTimestamp: iso(at + 9000) },
      }),
    ),
};

const connectEvents: VendorSample = {
  records: ({ id, at }) =>
    [0, 9, 60, 60].map((after) =>
      json({
        'detail-type': 'Amazon Connect Contact Event',
        source: 'aws.connect',
        time: id === 3 && after === 9 ? 'noon' : iso(at + after * 1000),
        detail: {
          ...{ contactId: `c${id}`, channel: 'Voice', initiationMethod: 'INBOUND' },
          initiationTimestamp: iso(at),
          ...(after > 0
            ? { queueInfo: { queueArn: 'arn:q/sales', enqueueTimestamp: iso(at + 9000) } }
            : {}),
          ...(after === 60 ? { disconnectTimestamp: iso(at + 60_000) } : {}),
        },
      }),
    ),
};

const connectDelivered: VendorSample = {
  records: ({ id, at }) =>
    [
      [0, 'Greeting', 'PlayPrompt'],
      [3000, 'Menu', 'GetUserInput'],
      [3000, 'Menu', 'GetUserInput'],
      [9000, '', 'Transfer'],
    ].map(([after, block, type]) =>
      json({
        ContactId: id === 3 && block === '' ? '' : `c${id}`,
        ResourceArn: 'arn:aws:connect:eu:1:instance/i/contact-flow/f1',
        ResourceName: 'Main line',
        ResourcePublishTimestamp: iso(at - day),
        Timestamp: iso(at + Number(after)),
        Channel: 'VOICE',
        ActionCounter: after,
        ActionLogData:
          block === '' ? {} : { Identifier: block, ContactFlowModuleType: type, Parameters: {} },
      }),
    ),
};

const twilio: VendorSample = {
  records: ({ id, at }) =>
    [
      [0, 'Trigger', 'incomingCall', 'Welcome'],
      [3000, 'Welcome', 'audioComplete', 'Main_Menu'],
      [8000, 'Main_Menu', 'timeout', 'Main_Menu'],
      [8000, 'Main_Menu', 'keypress', 'Which'],
      [8000, 'Main_Menu', 'keypress', 'Which'],
    ].map(([after, from, name, to], place) =>
      json({
        sid: `FT${id}0${Math.min(place, 3)}`.padEnd(34, '0'),
        execution_sid: `FN${id}`.padEnd(34, '0'),
        flow_sid: 'FW1'.padEnd(34, '0'),
        parent_step_sid: null,
        name,
        context: { widgets: { Main_Menu: { Digits: '2' } } },
        transitioned_from: from,
        transitioned_to: to,
        date_created: id === 3 && place === 1 ? 'noon' : iso(at + Number(after)),
        date_updated: null,
      }),
    ),
};

const genesys: VendorSample = {
  records: ({ id, at }) => [
    json({
      flow: {
        conversationId: id === 3 ? '' : `c${id}`,
        division: { id: 'd' },
        endDateTime: iso(at + 30_000),
        execution: [
          { kind: 'startedFlow', after: 0, more: { languageTag: 'en-us', variables: [] } },
          { kind: 'actionPlayAudio', after: 0, more: { actionName: 'Greeting' } },
          { kind: 'actionPlayAudio', after: 3000, more: { actionName: 'Goodbye' } },
        ].map(({ kind, after, more }) => ({
          [kind]: { dateTime: iso(at + after), executionId: 'e', ...more },
        })),
      },
    }),
  ],
};

const channel = (id: number, at: number, type: string, place = '', app = '', data = ''): string => {
  const [context = '', exten = ''] = place.split(',');
  const call = `${1_772_438_400 + id}.${id}`;
  return [
    ...['7', type, id === 3 && app === 'Queue' ? 'noon' : String(at / 1000), '+15550142', exten],
    ...[context, 'PJSIP/trunk-01', app, data, call, call, ''],
  ]
    .map((field) => `"${field}"`)
    .join(',');
};
const asterisk: VendorSample = {
  header:
    'id,eventtype,eventtime,cid_num,exten,context,channame,appname,appdata,uniqueid,linkedid,extra',
  records: ({ id, at }) => [
    channel(id, at, 'CHAN_START', 'from-trunk,5550100'),
    channel(id, at, 'APP_START', 'from-trunk,5550100', 'Answer'),
    channel(id, at + 250, 'APP_START', 'from-trunk,5550100', 'Playback', 'welcome'),
    channel(id, at + 4000, 'APP_START', 'sales,s', 'Queue', 'sales'),
    ...(id % 2 === 0 ? [channel(id, at + 9000, 'HANGUP')] : []),
  ],
};

const queueLog: VendorSample = {
  records: ({ id, at }) => [
    `${at / 1000}|${1_772_438_400 + id}.${id}|sales|NONE|ENTERQUEUE||+15550142|1`,
    `${at / 1000 + 20}|${1_772_438_400 + id}.${id}|sales|NONE|ABANDON|1|1|20`,
    ...(id === 3 ? ['noon|1|sales|NONE|ABANDON|1|1|20'] : []),
  ],
};

const freeswitch: VendorSample = {
  records: ({ id, at }) => [
    json({
      'core-uuid': 'c0',
      variables: {
        ...{ uuid: id === 3 ? '' : `a${id}`, direction: 'inbound', start_uepoch: `${at}000` },
        ...{ end_uepoch: `${at + 30_000}000`, sip_hangup_disposition: 'recv_bye' },
      },
      app_log: {
        applications: [
          [0, 'answer', ''],
          [100, 'playback', 'welcome.wav'],
          [3000, 'ivr', 'main_menu'],
        ].map(([after, name, data]) => ({
          ...{ app_name: name, app_data: data, app_stamp: `${at + Number(after)}000` },
        })),
      },
      callflow: [
        {
          caller_profile: { destination_number: '5000' },
          extension: { name: 'main', number: '5000' },
        },
      ],
    }),
  ],
};

const cvp: VendorSample = {
  records: ({ id, at }) =>
    [
      [0, ',start,newcall,'],
      [0, ',start,dnis,8005550100'],
      [0, 'Welcome,enter,'],
      [3000, 'Welcome,exit,done'],
      [3000, 'Main Menu,enter,'],
      [9000, id === 3 ? 'Main Menu' : 'Main Menu,interaction,noinput,1'],
      [15_000, ',end,how,hangup'],
    ].map(([after, rest]) => {
      const [date = '', time = ''] = iso(at + Number(after)).split(/[TZ]/);
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      return `10.86.142.40.${at}.${id}.Northwind,${month}/${dayOfMonth}/${year} ${time},${String(rest)}`;
    }),
};

const dialogflow: VendorSample = {
  records: ({ id, at }) =>
    [
      [1, 0, 'Main Menu', 'INTENT'],
      [2, 8000, 'Main Menu', 'NO_INPUT'],
      [3, 8000, 'Sales', 'INTENT'],
      [3, 8000, 'Sales', 'INTENT'],
    ].map(([position, after, page, matchType]) =>
      json({
        ...{ project_id: 'northwind', agent_id: 'a', turn_position: String(position) },
        conversation_name: `projects/northwind/locations/global/agents/a/sessions/c${id}`,
        request_time:
          id === 3 && position === 2
            ? 'noon'
            : iso(at + Number(after))
                .replace('T', ' ')
                .replace('Z', '000 UTC'),
        language_code: 'en',
        request: { queryInput: {} },
        response: {
          queryResult: {
            currentPage: { displayName: page },
            match: { matchType },
            responseMessages: page === 'Sales' ? [{ liveAgentHandoff: {} }] : [],
          },
        },
      }),
    ),
};

const talkdesk: VendorSample = {
  header:
    'Call SID,Interaction ID,Flow Execution ID,Destination Number,Origin Number,Flow Definition Name,Component Title,Executed Step Name,Exit Name,Time In Step Execution,Step Execution Started Time,Flow Execution Finished Time,Step Execution Order',
  records: ({ id, at }) =>
    [
      [1, 0, 'Welcome', 'OK', '3'],
      [2, 3000, 'Main Menu', 'Key 1', '6'],
      [3, 9000, 'Look Up', 'Success', '2'],
      [4, 11_000, 'Goodbye', '', ''],
    ].map(([order, after, title, exit, lasted]) => {
      const begun = id === 3 && order === 2 ? 'noon' : iso(at + Number(after));
      return `CA${id},i${id},e${id},+15550100,+15550142,Main,${String(title)},step_${String(order)},${String(exit)},${String(lasted)},${begun},${iso(at + 60_000)},${String(order)}`;
    }),
};

const avaya: VendorSample = {
  header:
    'appServerAddress,applicationID,level,reason,sessionID,timestamp,type,userLog,moduleIdNodeId',
  records: ({ id, at }) =>
    [
      [0, 'Node Entry', 'Main:Welcome', '-'],
      [3000, 'Node Entry', id === 3 ? '' : 'Main:Main Menu', 'Main:Welcome'],
      [9000, 'Node Entry', 'Main:Sales', 'Main:Main Menu'],
    ].map(
      ([after, type, node, reason]) =>
        `10.0.0.5,Northwind,Info,${String(reason)},s${id},${at + Number(after)},${String(type)},,${String(node)}`,
    ),
};

/** Logs of other systems, as each of them writes calls. */
const samples = {
  ...{
    connect,
    connectRecords,
    connectEvents,
    connectDelivered,
    twilio,
    genesys,
    asterisk,
    queueLog,
    freeswitch,
    cvp,
  },
  ...{ dialogflow, talkdesk, avaya },
} as const satisfies Readonly<Record<string, VendorSample>>;
export type VendorSampleName = keyof typeof samples;
export const vendorSampleNames = Object.keys(samples) as readonly VendorSampleName[];

const began = Date.UTC(2026, 2, 2, 8);
/** Calls that overlap, and one of each log that comes back after two days. */
const calls: readonly SampleCall[] = [
  ...Array.from({ length: 6 }, (_, id) => ({ id: id + 1, at: began + id * 2000 })),
  { id: 2, at: began + 2 * day },
];

/** How the records of calls stand in a log. */
export type RecordOrder = 'call by call' | 'newest first' | 'mixed';

/** A log of a vendor: calls, one that comes back, a record that can't be used, and records sent twice. */
export function vendorLog(name: VendorSampleName, order: RecordOrder = 'call by call'): string {
  const { header, records }: VendorSample = samples[name];
  const all = calls.flatMap(records);
  const mixed = all.map((text, index) => ({ text, key: ((index + 1) * 7919) % 1009 }));
  const ordered =
    order === 'call by call'
      ? all
      : order === 'newest first'
        ? all.toReversed()
        : mixed.sort((a, b) => a.key - b.key).map(({ text }) => text);
  return [...(header === undefined ? [] : [header]), ...ordered, ''].join('\n');
}
