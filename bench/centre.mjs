const two = (value) => String(value).padStart(2, '0');

/** Hours that differ from calendar to calendar: some open earlier, some close at weekends or at noon. */
function hoursOf(calendar) {
  const days = ['Mo-Fr', 'Mo-Sa', 'Mo-Su'][calendar % 3];
  const from = `${two(6 + (calendar % 5))}:${two(15 * (calendar % 4))}`;
  const to = `${two(16 + (calendar % 7))}:${two(15 * ((calendar >> 1) % 4))}`;
  return `${days} ${from}-${to}`;
}

/**
 * A script of about this many nodes and a directory with this many calendars, each with a queue and
 * people: menus of four options in a tree; every option asks for hours and leads to a queue with ways
 * for closed and overflow.
 */
export function centre(nodes, calendars) {
  const menus = Math.max(1, Math.round(nodes / 7));
  const made = {
    bye: { kind: 'hangup', say: 'Goodbye.' },
    tape: { kind: 'voicemail', say: 'Please leave a message.', to: 'bye' },
  };
  for (let menu = 0; menu < menus; menu += 1) {
    const below = [2 * menu + 1, 2 * menu + 2].filter((child) => child < menus);
    const queues = [0, 1].map((side) => (2 * menu + side) % calendars);
    made[`menu-${menu}`] = {
      kind: 'menu',
      say: 'How can we help?',
      options: [
        ...queues.map((_, side) => ({
          key: `${side + 1}`,
          say: 'For this, press the key.',
          to: `hours-${menu}-${side}`,
        })),
        ...below.map((child, index) => ({
          key: `${index + 3}`,
          say: 'For more, press the key.',
          to: `menu-${child}`,
        })),
      ],
      noInput: { attempts: 2, to: 'tape' },
      noMatch: { attempts: 2, to: 'tape' },
    };
    queues.forEach((queue, side) => {
      made[`hours-${menu}-${side}`] = {
        kind: 'branch',
        on: { calendar: `calendar-${queue}` },
        cases: [{ when: 'open', to: `wait-${menu}-${side}` }],
        otherwise: `told-${menu}-${side}`,
      };
      made[`told-${menu}-${side}`] = { kind: 'announcement', say: 'We are closed.', to: 'tape' };
      made[`wait-${menu}-${side}`] = {
        kind: 'queue',
        queue: `queue-${queue}`,
        say: 'Please hold.',
        overflow: { after: '2m', to: 'tape' },
        // Every tenth queue forgets callers who come too late.
        ...(queue % 10 === 0 ? {} : { closed: { to: `told-${menu}-${side}` } }),
      };
    });
  }
  const ids = Array.from({ length: calendars }, (_, index) => index);
  return {
    script: {
      ivr: 1,
      id: 'generated',
      language: 'en',
      directory: 'centre.directory.json',
      entries: [{ start: 'menu-0' }],
      nodes: made,
    },
    directory: {
      directory: 1,
      id: 'centre',
      timeZone: 'Europe/Athens',
      calendars: Object.fromEntries(
        ids.map((id) => [`calendar-${id}`, { hours: hoursOf(id), holidays: { country: 'GR' } }]),
      ),
      queues: Object.fromEntries(ids.map((id) => [`queue-${id}`, { calendar: `calendar-${id}` }])),
      staffing: [{ hours: '24/7', heads: 10 }],
    },
  };
}
