import type { FieldNotes } from '../script/describe-fields.ts';

/** What every field of a directory is for; as in the notes on scripts. */
export const directoryFieldNotes: FieldNotes = {
  $schema: 'Where the schema of this file is, for editors.',
  title: 'A name for people.',
  note: 'A remark for colleagues.',
  'directory.directory': 'The version of this format.',
  'directory.id': 'The name of this directory.',
  'directory.timeZone':
    'The time zone of calendars that name none: an IANA name such as Europe/Athens.',
  'directory.calendars': 'Opening hours by name.',
  'directory.queues': 'Queues by name.',
  'directory.staffing': 'Who is there: skills, languages, hours and heads.',
  'directory.sites': 'Places where people work, by name.',
  'directory.vendors': 'Companies that take calls for you, by name.',
  'directory.numbers': 'Outside numbers that calls may be transferred to, by name.',
  timeZone: 'An IANA time zone such as Europe/Athens.',
  calendar: 'The calendar that says when it is open.',
  site: 'The site, by name.',
  sites: 'The sites that take these calls.',

  'calendars.hours':
    'When it is open, in the syntax of OpenStreetMap: `Mo-Fr 08:00-20:00; Sa 09:00-13:00; PH off`, `24/7` or `off`.',
  'calendars.holidays': 'The country and region whose public holidays count.',
  'calendars.exceptions':
    'Days with hours of their own. They count before holidays and regular hours.',
  'calendars.emergency': 'True while the emergency switch of this calendar is on.',
  'holidays.country': 'An ISO 3166 country code such as GR.',
  'holidays.region': 'An ISO 3166-2 region code such as DE-BY, if holidays differ by region.',
  'exceptions.date': 'The day.',
  'exceptions.from': 'The first day.',
  'exceptions.to': 'The last day.',
  'exceptions.hours': 'The hours on these days, or `off` if closed.',

  'queues.languages': 'The languages that are spoken here.',
  'queues.skills': 'The skills that people need here.',
  'queues.capacity': 'How many callers can wait.',
  'queues.overflow': 'Queues that take over, in order, each after a wait.',
  'queues.priority': 'Queues with a higher number are served first.',
  'overflow.to': 'The queue that takes over.',
  'overflow.after': 'After how long a wait.',

  'staffing.skill': 'The skill that these people have. Default: any.',
  'staffing.queue': 'The queue that they serve, if it is only one.',
  'staffing.language': 'The language that they speak. Default: any.',
  'staffing.hours': 'When they are there, written like the hours of a calendar.',
  'staffing.heads': 'How many of them.',

  'sites.vendor': 'The vendor whose people work there.',
  'vendors.billing': 'What a call costs there.',
  'billing.price': 'The price of one second or minute.',
  'billing.currency': 'An ISO 4217 code such as EUR.',
  'billing.per': 'What the price is for.',
  'billing.increment':
    'The length of a call is rounded up to a multiple of this. Default: the unit of the price.',
  'billing.minimum': 'The shortest time that is billed.',
  'billing.waiting': 'Whether time in the queue is billed. Default: unknown.',
  'billing.holding': 'Whether time on hold is billed. Default: unknown.',
  'numbers.number': 'The number in international form: "+18005550142".',
};
