import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'passo', 'passi');
const digits = (count: number): string => times(count, 'cifra', 'cifre');

export const italian: Words = {
  language: 'it',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Inizio',
    announcement: 'Annuncio',
    menu: 'Menu',
    collect: 'Immissione di cifre',
    branch: 'Decisione',
    task: 'Operazione',
    queue: 'Coda',
    transfer: 'Trasferimento',
    voicemail: 'Segreteria',
    callback: 'Richiamata',
    subflow: 'Altro script',
    hangup: 'Fine chiamata',
    opaque: 'Passo del fornitore',
  },
  triggers: {
    key: 'Tasto',
    noInput: 'Nessuna risposta',
    noMatch: 'Non compreso',
    next: 'Avanti',
    case: 'Caso',
    success: 'Riuscito',
    failure: 'Non riuscito',
    overflow: 'Traboccamento',
    closed: 'Chiuso',
    error: 'Errore di sistema',
  },
  severities: { error: 'errore', warning: 'avviso', info: 'nota' },
  incomingCall: 'Chiamata in arrivo',
  numbers: (count) => times(count, 'numero', 'numeri'),
  options: (count) => times(count, 'opzione', 'opzioni'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'cifre' : `almeno ${digits(least)}`;
    if (least === most) return digits(most);
    return least === undefined ? `fino a ${digits(most)}` : `${least}–${most} cifre`;
  },
  endsWith: (key) => `termina con ${key}`,
  selfService: 'self-service',
  by: {
    language: () => 'secondo la lingua',
    share: () => 'secondo la quota di chiamate',
    calendar: (name) => `orari di ${name}`,
    attribute: (name) => `secondo ${name}`,
    emergency: (name) => `interruttore di emergenza di ${name}`,
    queueStatus: (name) => `secondo lo stato di ${name}`,
    result: (name) => `secondo il risultato di ${name}`,
    loop: (count) => times(count, 'giro', 'giri'),
  },
  recordsUpTo: (time) => `registra fino a ${time}`,
  offers: {
    callback: 'offre una richiamata',
    'self-service': 'offre il self-service',
    voicemail: 'offre la segreteria',
  },
  repeat: 'Ripeti',
  previousMenu: 'Menu precedente',
  asksAgain: { noInput: 'Nessuna risposta: chiede ancora', noMatch: 'Non compreso: chiede ancora' },
  otherwise: 'Altrimenti',
  afterTries: (count) => `dopo ${times(count, 'tentativo', 'tentativi')}`,
  after: (time) => `dopo ${time}`,
  nowhere: 'non porta da nessuna parte',
  noSuchStep: (name) => `nessun passo «${name}»`,
  noMenuBefore: 'nessun menu precedente',
  sharedDestinations: 'Destinazioni comuni',
  notReached: 'Nessuna chiamata arriva qui',
  findings: 'Rilievi',
  onPage: (page) => `pagina ${page}`,
  pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
  left: {
    around: (title, count) =>
      `Solo «${title}», la via che vi porta e dove conduce; non ${count === 1 ? 'è mostrato' : 'sono mostrati'} ${times(count, 'altro passo', 'altri passi')}.`,
    otherWays: (title, from) => `Altre vie per «${title}» vengono da ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} oltre ${times(columns, 'colonna', 'colonne')} non ${count === 1 ? 'è mostrato' : 'sono mostrati'}.`,
    below: (share, titles) =>
      `${steps(titles.length)} con meno di ${share} delle chiamate non ${titles.length === 1 ? 'è mostrato' : 'sono mostrati'}: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'diagramma delle vie',
    way: 'Via',
    ofCalls: (calls) =>
      `${times(calls, 'chiamata', 'chiamate')} · altezza = chiamate su questa via · % = quota di tutte le chiamate`,
    ofSteps: 'Altezza = passi che dipendono da un passo',
    cut: (columns) => `le vie sono tagliate dopo ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'altra via', 'altre vie'),
  },
  changes: {
    added: 'nuovo',
    removed: 'rimosso',
    changed: 'dice o fa qualcos’altro',
    moved: 'tasto diverso da prima',
    count: (differences) =>
      differences === 0 ? 'Nessuna differenza' : times(differences, 'differenza', 'differenze'),
  },
  counts: (count, connections) =>
    `${steps(count)}, ${times(connections, 'collegamento', 'collegamenti')}`,
  heatCaption: (calls) =>
    `${times(calls, 'chiamata', 'chiamate')} · spessore e colore delle linee = chiamate · % di una riga = quota di chi arriva a quel passo`,
  legend: {
    solid: 'tasto o passo seguente',
    closed: 'chiuso',
    noInput: 'nessuna risposta o traboccamento',
    trouble: 'non compreso o non riuscito',
    jump: 'continua alla stessa lettera',
    repeat: 'si ripete qui',
    back: 'torna indietro (vedi il nome)',
    more: 'altrettanti passi, non mostrati',
    loose: 'non porta da nessuna parte',
    drop: 'chiamate perse qui',
    stranded: 'non raggiunto',
  },
  ofCalls: (range) => `${range} delle chiamate`,
  diagram: 'diagramma delle chiamate',
  connection: 'collegamento',
  week: {
    diagram: 'settimana di orari',
    days: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
    shortDays: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'],
    states: {
      open: 'aperto',
      closed: 'chiuso',
      holiday: 'festivo',
      emergency: 'emergenza',
      unstaffed: 'aperto, ma non c’è nessuno',
      unknown: 'nessun orario indicato',
    },
    offered: {
      'led-on': 'offerto da un menu senza rispondere alle chiamate; si prosegue altrove',
      lost: 'offerto da un menu senza rispondere alle chiamate, e non si prosegue',
    },
    title: (menu) => `${menu}: una settimana`,
    span: (from, until, zone) => `dal ${from} al ${until}, ora di ${zone}`,
    end: 'la fine della settimana',
    nowhere: 'Questo menu non porta a nessuna coda e a nessun numero dell’elenco.',
    stretch: (what, from, until) => `${what} da ${from} a ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} è offerto per ${hours} h senza rispondere alle chiamate, prima volta ${moment}: ${
        branch === undefined
          ? 'nessuna decisione lungo la via chiede gli orari'
          : `l’ultima decisione lungo la via è «${branch}»`
      }.`,
    more: (count) =>
      `… e ${times(count, 'altro è offerto', 'altri sono offerti')} senza rispondere alle chiamate.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'destinazione', 'destinazioni')} dal ${from} al ${until}, all’ora di ${zone}.`,
    unstaffed: (count, names) => `Aperti senza nessuno in certe ore: ${count}, per primi ${names}.`,
    offeredClosed: (count, names) =>
      `Offerti senza rispondere alle chiamate: ${count}, per primi ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'chiamata', 'chiamate'),
    lost: (share) => `${share} si perdono qui`,
    finding: (number, severity, message) => `Rilievo ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: a ${title}`,
    goesBack: (condition, title) => `${condition}: torna a ${title}`,
    more: (condition, title, count) =>
      `${condition}: a ${title}, ${times(count, 'passo non mostrato', 'passi non mostrati')}`,
    repeats: (condition) => `${condition}: si ripete`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: da ${from} a ${to}`,
    enter: (count) =>
      `${count === '1' ? 'Entra' : 'Entrano'} ${times(count, 'chiamata', 'chiamate')}.`,
    worst: (title, count) => `${title}: ${times(count, 'chiamata persa', 'chiamate perse')}`,
  },
};
