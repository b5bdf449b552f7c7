import { defineDirectory, defineScript } from 'ivrkit';

/**
 * A hotel's line at night, written in TypeScript: a target, a queue or a calendar that doesn't exist
 * is an error in the editor.
 */
export const directory = defineDirectory({
  id: 'old-mill-hotel',
  title: 'Old Mill Hotel',
  timeZone: 'Europe/Vienna',
  calendars: {
    'front-desk': { title: 'Front desk', hours: 'Mo-Su 06:00-24:00' },
    'night-porter': { title: 'Night porter', hours: '24/7' },
  },
  queues: {
    desk: { title: 'Front desk', languages: ['en', 'de'], calendar: 'front-desk' },
    porter: { title: 'Night porter', languages: ['en', 'de'], calendar: 'night-porter' },
  },
  staffing: [
    { queue: 'desk', hours: 'Mo-Su 06:00-24:00', heads: 2 },
    { queue: 'porter', hours: '24/7', heads: 1 },
  ],
});

export default defineScript({
  id: 'night-desk',
  title: 'Old Mill Hotel, night desk',
  language: 'en',
  directory,
  entries: [{ number: '+15105550131', start: 'hours' }],
  nodes: {
    hours: {
      kind: 'branch',
      on: { calendar: 'front-desk' },
      cases: [
        { when: 'open', to: 'front-desk' },
        { when: 'closed', to: 'night' },
      ],
      otherwise: 'night',
    },
    'front-desk': {
      kind: 'queue',
      queue: 'desk',
      say: { en: 'Old Mill Hotel. One moment, please.', de: 'Hotel Alte Mühle. Einen Moment, bitte.' },
      announce: { every: '20s' },
      overflow: { after: '90s', to: 'night' },
      closed: { to: 'night' },
    },
    night: {
      kind: 'menu',
      say: { en: 'Old Mill Hotel.', de: 'Hotel Alte Mühle.' },
      options: [
        {
          key: '1',
          say: {
            en: 'If you are a guest and need help now, press 1.',
            de: 'Wenn Sie Gast sind und Hilfe brauchen, drücken Sie die 1.',
          },
          reason: 'help',
          role: 'agent',
          to: 'porter',
        },
        {
          key: '2',
          say: { en: 'For a late arrival, press 2.', de: 'Für eine späte Anreise drücken Sie die 2.' },
          reason: 'late-arrival',
          to: 'late-arrival',
        },
        {
          key: '3',
          say: { en: 'To leave a message, press 3.', de: 'Für eine Nachricht drücken Sie die 3.' },
          reason: 'message',
          to: 'message',
        },
      ],
      noInput: { attempts: 2, to: 'porter' },
      noMatch: { attempts: 2, to: 'porter' },
    },
    'late-arrival': {
      kind: 'announcement',
      say: {
        en: 'The side door opens with the code in your confirmation. Your key lies in the box behind it.',
        de: 'Die Seitentür öffnet mit dem Code in Ihrer Bestätigung. Ihr Schlüssel liegt in der Box dahinter.',
      },
      to: 'night',
    },
    porter: {
      kind: 'queue',
      queue: 'porter',
      say: { en: 'The night porter is coming to the phone.', de: 'Der Nachtportier kommt ans Telefon.' },
      announce: { every: '30s' },
      overflow: { after: '3m', to: 'message' },
    },
    message: {
      kind: 'voicemail',
      say: { en: 'Please leave a message.', de: 'Bitte hinterlassen Sie eine Nachricht.' },
      maxLength: '2m',
      to: 'goodbye',
    },
    goodbye: { kind: 'hangup', say: { en: 'Good night.', de: 'Gute Nacht.' } },
  },
});
