import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'βήμα', 'βήματα');
const digits = (count: number): string => times(count, 'ψηφίο', 'ψηφία');

export const greek: Words = {
  language: 'el',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Αρχή',
    announcement: 'Ανακοίνωση',
    menu: 'Μενού',
    collect: 'Εισαγωγή ψηφίων',
    branch: 'Απόφαση',
    task: 'Εργασία',
    queue: 'Ουρά',
    transfer: 'Μεταφορά',
    voicemail: 'Τηλεφωνητής',
    callback: 'Επανάκληση',
    subflow: 'Άλλο σενάριο',
    hangup: 'Τερματισμός',
    opaque: 'Βήμα του προμηθευτή',
  },
  triggers: {
    key: 'Πλήκτρο',
    noInput: 'Καμία εισαγωγή',
    noMatch: 'Μη κατανοητό',
    next: 'Επόμενο',
    case: 'Περίπτωση',
    success: 'Επιτυχία',
    failure: 'Αποτυχία',
    overflow: 'Υπερχείλιση',
    closed: 'Κλειστά',
    error: 'Σφάλμα συστήματος',
  },
  severities: { error: 'σφάλμα', warning: 'προειδοποίηση', info: 'σημείωση' },
  incomingCall: 'Εισερχόμενη κλήση',
  numbers: (count) => times(count, 'αριθμός', 'αριθμοί'),
  options: (count) => times(count, 'επιλογή', 'επιλογές'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'ψηφία' : `τουλάχιστον ${digits(least)}`;
    if (least === most) return digits(most);
    return least === undefined ? `έως ${digits(most)}` : `${least}–${most} ψηφία`;
  },
  endsWith: (key) => `τελειώνει με ${key}`,
  selfService: 'αυτοεξυπηρέτηση',
  by: {
    language: () => 'κατά γλώσσα',
    share: () => 'κατά μερίδιο κλήσεων',
    calendar: (name) => `ωράριο: ${name}`,
    attribute: (name) => `κατά ${name}`,
    emergency: (name) => `διακόπτης έκτακτης ανάγκης: ${name}`,
    queueStatus: (name) => `κατά την κατάσταση: ${name}`,
    result: (name) => `κατά το αποτέλεσμα: ${name}`,
    loop: (count) => times(count, 'επανάληψη', 'επαναλήψεις'),
  },
  recordsUpTo: (time) => `εγγραφή έως ${time}`,
  offers: {
    callback: 'προσφέρει επανάκληση',
    'self-service': 'προσφέρει αυτοεξυπηρέτηση',
    voicemail: 'προσφέρει τηλεφωνητή',
  },
  repeat: 'Επανάληψη',
  previousMenu: 'Προηγούμενο μενού',
  asksAgain: { noInput: 'Καμία εισαγωγή: ξαναρωτά', noMatch: 'Μη κατανοητό: ξαναρωτά' },
  otherwise: 'Αλλιώς',
  afterTries: (count) => `μετά από ${times(count, 'προσπάθεια', 'προσπάθειες')}`,
  after: (time) => `μετά από ${time}`,
  nowhere: 'δεν οδηγεί πουθενά',
  noSuchStep: (name) => `δεν υπάρχει βήμα «${name}»`,
  noMenuBefore: 'δεν υπάρχει προηγούμενο μενού',
  sharedDestinations: 'Κοινοί προορισμοί',
  notReached: 'Καμία κλήση δεν φτάνει εδώ',
  findings: 'Ευρήματα',
  onPage: (page) => `σελίδα ${page}`,
  pageOf: (page, pages) => `Σελίδα ${page} από ${pages}`,
  left: {
    around: (title, count) =>
      `Μόνο «${title}», ο δρόμος ως εκεί και πού οδηγεί· ${times(count, 'άλλο βήμα δεν φαίνεται', 'άλλα βήματα δεν φαίνονται')}.`,
    otherWays: (title, from) => `Άλλοι δρόμοι προς «${title}» έρχονται από: ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} πέρα από ${times(columns, 'στήλη', 'στήλες')} δεν ${count === 1 ? 'φαίνεται' : 'φαίνονται'}.`,
    below: (share, titles) =>
      `${steps(titles.length)} με λιγότερο από ${share} των κλήσεων δεν ${titles.length === 1 ? 'φαίνεται' : 'φαίνονται'}: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'διάγραμμα διαδρομών',
    way: 'Διαδρομή',
    ofCalls: (calls) =>
      `${times(calls, 'κλήση', 'κλήσεις')} · ύψος = κλήσεις σε αυτή τη διαδρομή · % = μερίδιο όλων των κλήσεων`,
    ofSteps: 'Ύψος = βήματα που εξαρτώνται από ένα βήμα',
    cut: (columns) => `οι διαδρομές κόβονται μετά από ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'άλλη διαδρομή', 'άλλες διαδρομές'),
  },
  changes: {
    added: 'νέο',
    removed: 'καταργήθηκε',
    changed: 'λέει ή κάνει κάτι άλλο',
    moved: 'άλλο πλήκτρο από πριν',
    count: (differences) =>
      differences === 0 ? 'Καμία διαφορά' : times(differences, 'διαφορά', 'διαφορές'),
  },
  counts: (count, connections) => `${steps(count)}, ${times(connections, 'σύνδεση', 'συνδέσεις')}`,
  heatCaption: (calls) =>
    `${times(calls, 'κλήση', 'κλήσεις')} · πάχος και χρώμα γραμμής = κλήσεις · % γραμμής = μερίδιο όσων ήρθαν σε αυτό το βήμα`,
  legend: {
    solid: 'πλήκτρο ή επόμενο βήμα',
    closed: 'κλειστά',
    noInput: 'καμία εισαγωγή ή υπερχείλιση',
    trouble: 'μη κατανοητό ή αποτυχία',
    jump: 'συνεχίζει στο ίδιο γράμμα',
    repeat: 'επαναλαμβάνεται εδώ',
    back: 'επιστρέφει (βλ. όνομα)',
    more: 'τόσα ακόμη βήματα, δεν φαίνονται',
    loose: 'δεν οδηγεί πουθενά',
    drop: 'κλήσεις που χάνονται εδώ',
    stranded: 'χωρίς πρόσβαση',
  },
  ofCalls: (range) => `${range} των κλήσεων`,
  diagram: 'διάγραμμα κλήσεων',
  connection: 'σύνδεση',
  week: {
    diagram: 'εβδομάδα ωραρίων',
    days: ['Δευτέρα', 'Τρίτη', 'Τετάρτη', 'Πέμπτη', 'Παρασκευή', 'Σάββατο', 'Κυριακή'],
    shortDays: ['Δευ', 'Τρι', 'Τετ', 'Πεμ', 'Παρ', 'Σαβ', 'Κυρ'],
    states: {
      open: 'ανοιχτά',
      closed: 'κλειστά',
      holiday: 'αργία',
      emergency: 'έκτακτη ανάγκη',
      unstaffed: 'ανοιχτά, αλλά δεν είναι κανείς εκεί',
      unknown: 'χωρίς δηλωμένο ωράριο',
    },
    offered: {
      'led-on': 'προσφέρεται από μενού χωρίς να δέχεται κλήσεις· η κλήση συνεχίζει αλλού',
      lost: 'προσφέρεται από μενού χωρίς να δέχεται κλήσεις και χωρίς συνέχεια',
    },
    title: (menu) => `${menu}: μία εβδομάδα`,
    span: (from, until, zone) => `${from} έως ${until}, ώρα ${zone}`,
    end: 'το τέλος της εβδομάδας',
    nowhere: 'Το μενού δεν οδηγεί σε καμία ουρά και σε κανέναν αριθμό του καταλόγου.',
    stretch: (what, from, until) => `${what} από ${from} έως ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name}: προσφέρεται επί ${hours} ώρες χωρίς να δέχεται κλήσεις, πρώτα ${moment}· ${
        branch === undefined
          ? 'καμία απόφαση στη διαδρομή δεν ρωτά για το ωράριο'
          : `η τελευταία απόφαση στη διαδρομή είναι «${branch}»`
      }.`,
    more: (count) =>
      `… και ${times(count, 'ακόμη προσφέρεται', 'ακόμη προσφέρονται')} χωρίς να δέχονται κλήσεις.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'προορισμός', 'προορισμοί')} από ${from} έως ${until}, με ώρα ${zone}.`,
    unstaffed: (count, names) => `Ανοιχτά χωρίς κανέναν κάποιες ώρες: ${count}, πρώτα ${names}.`,
    offeredClosed: (count, names) =>
      `Προσφέρονται χωρίς να δέχονται κλήσεις: ${count}, πρώτα ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'κλήση', 'κλήσεις'),
    lost: (share) => `${share} χάνονται εδώ`,
    finding: (number, severity, message) => `Εύρημα ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: προς ${title}`,
    goesBack: (condition, title) => `${condition}: πίσω σε ${title}`,
    more: (condition, title, count) =>
      `${condition}: προς ${title}, ${times(count, 'βήμα δεν φαίνεται', 'βήματα δεν φαίνονται')}`,
    repeats: (condition) => `${condition}: επαναλαμβάνεται`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: από ${from} προς ${to}`,
    enter: (count) =>
      `${count === '1' ? 'Μπαίνει' : 'Μπαίνουν'} ${times(count, 'κλήση', 'κλήσεις')}.`,
    worst: (title, count) =>
      `${title}: ${count === '1' ? 'χάνεται' : 'χάνονται'} ${times(count, 'κλήση', 'κλήσεις')}`,
  },
};
