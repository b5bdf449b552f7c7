import { anyTranslation, type LineFormat } from '../log-format.ts';
import { activityLineIn } from './activity-line.ts';
import { serverClock, sessionStart } from './session-time.ts';

/**
 * The activity log that applications of Cisco's VXML Server write: `session,time,element,category,…`.
 * https://www.cisco.com/c/en/us/support/customer-collaboration/unified-customer-voice-portal/products-installation-and-configuration-guides-list.html
 */
export const cvpActivityLog: LineFormat = {
  name: 'cisco-cvp-activity-log',
  title: 'activity log of Cisco CVP',
  records: 'lines',
  recognise(text) {
    const { session = '', time = '' } = activityLineIn(text) ?? {};
    const start = sessionStart(session);
    return start !== undefined && serverClock(time, start) !== undefined;
  },
  async load() {
    const { activityLog } = await import('./translate-activity-log.ts');
    return anyTranslation(activityLog);
  },
};
