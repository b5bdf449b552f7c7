import type { Language } from '../script/values.ts';
import { once } from '../source/once.ts';
import { oncePerText } from './once-per-text.ts';
import { spokenLabel } from './spoken-label.ts';
import { byFirstWord, findPhrases, readPhrases } from './find-phrases.ts';

/** Words for what is left over, and for what there is more of: one of each makes an option "other". */
const leftovers: readonly { readonly others: string; readonly things: string }[] = [
  {
    others: 'other more additional further',
    things:
      'options choices services enquiries inquiries questions requests matters topics departments issues reasons products selections',
  },
  {
    others: 'otras otros otra otro más demás',
    things:
      'opciones servicios consultas consulta trámites trámite asuntos asunto temas tema departamentos productos',
  },
  {
    others: 'outras outros outra outro mais demais',
    things: 'opções serviços serviço assuntos assunto departamentos produtos solicitações',
  },
  {
    others: 'autres autre',
    things: 'options choix services demandes demande questions question sujets motif départements',
  },
  {
    others: 'weitere weiteren andere anderen anderes sonstige sonstigen übrigen',
    things:
      'optionen anliegen fragen themen thema dienste leistungen abteilungen auswahlmöglichkeiten',
  },
  {
    others: 'άλλες άλλη άλλα άλλο περισσότερες υπόλοιπες λοιπές',
    things: 'επιλογές επιλογή υπηρεσίες υπηρεσία θέματα θέμα ερωτήματα αιτήματα',
  },
  { others: 'altre altri altra', things: 'opzioni servizi richieste richiesta informazioni' },
  { others: 'andere overige meer', things: 'opties keuzes vragen onderwerpen diensten' },
];

const listed = (words: string): readonly string[] => words.split(' ');

const phrases = once(() =>
  byFirstWord(
    readPhrases([
      ...leftovers.flatMap(({ others, things }) =>
        listed(others).flatMap((other) => listed(things).map((thing) => `${other} ${thing}`)),
      ),
      ...['anything else', 'something else', 'everything else', 'none of these', 'plus d options'],
      ...['cualquier otra consulta', 'qualquer outro assunto', 'toute autre demande'],
      ...['etwas anderes', 'κάτι άλλο', 'qualcosa altro', 'iets anders'],
    ]),
  ),
);

/** Where words are written without blanks: other, the rest, more of it. */
const signs = /其他|其它|更多(?:服务|服務|选项|選項|业务|業務)|その他|それ以外|ほかのご用/u;

/** Whether an option is only for what the others are not: `for other services`, `more options`. */
export const isOtherLabel: (text: string, language: Language) => boolean = oncePerText(readsOther);

function readsOther(text: string, language: Language): boolean {
  const label = spokenLabel(text, language).words.join(' ');
  return findPhrases(label, phrases()).length > 0 || signs.test(label.replaceAll(' ', ''));
}
