import { once } from '../source/once.ts';
import { byFirstWord, findPhrases, readPhrases, type FoundPhrase } from './find-phrases.ts';
import { sentencesOf } from './sentences.ts';
import { withoutMarkup } from './without-markup.ts';
import { oncePerText } from './once-per-text.ts';

/**
 * Sentences that tell callers nothing, by what they can be known by; `…` stands for a few other
 * words. Written for this project. What announces a recording is none, whatever reason it gives.
 */
const fillers: readonly string[] = [
  // English
  'listen carefully as … options',
  'listen carefully as … menu',
  'listen carefully because … options',
  'listen carefully … options',
  'listen closely … options',
  'listen closely as … menu',
  'options have changed',
  'options have recently changed',
  'options have been updated',
  'options may have changed',
  'menu has changed',
  'menu has recently changed',
  'menu has been updated',
  'call is important to us',
  'call is very important to us',
  'call is … important to us',
  'business is important to us',
  'we value your call',
  'to better serve you',
  'to serve you better',
  'to better assist you',
  'so that we may better serve you',
  'so that we can better serve you',
  // Spanish
  'escuche … opciones … cambiado',
  'escuche atentamente … opciones',
  'opciones han cambiado',
  'opciones del menú han cambiado',
  'menú ha cambiado',
  'llamada es … importante para nosotros',
  'para brindarle un mejor servicio',
  'para ofrecerle un mejor servicio',
  'para servirle mejor',
  'para poder servirle mejor',
  'para atenderle mejor',
  // Portuguese
  'ouça … atentamente … opções',
  'ouça com atenção … opções',
  'opções mudaram',
  'opções foram alteradas',
  'menu mudou',
  'menu foi alterado',
  'ligação é … importante para nós',
  'chamada é … importante para nós',
  'para melhor atendê-lo',
  'para melhor servi-lo',
  'para atendê-lo melhor',
  'para um melhor atendimento',
  // French
  'écoutez attentivement … options',
  'écoutez attentivement … choix',
  'options ont changé',
  'menu a changé',
  'appel est … important pour nous',
  'afin de mieux vous servir',
  'pour mieux vous servir',
  'afin de mieux vous répondre',
  'pour mieux vous répondre',
  // German
  'menü … geändert hat',
  'menü hat sich geändert',
  'optionen … geändert haben',
  'optionen haben sich geändert',
  'hören sie … aufmerksam zu',
  'anruf ist uns … wichtig',
  'anruf ist … wichtig',
  'um sie besser bedienen zu können',
  'um ihnen besser helfen zu können',
  'damit wir ihnen besser helfen können',
  // Greek
  'κλήση σας είναι … σημαντική',
  'ακούστε προσεκτικά … επιλογές',
  'επιλογές … έχουν αλλάξει',
  'μενού … έχει αλλάξει',
  'για την καλύτερη εξυπηρέτησή σας',
  'για καλύτερη εξυπηρέτηση',
  'για να σας εξυπηρετήσουμε καλύτερα',
  // Italian
  'chiamata è … importante per noi',
  'opzioni sono cambiate',
  'menu è cambiato',
  'per servirla meglio',
  // Dutch
  'om u beter van dienst te zijn',
  'keuzemenu is gewijzigd',
];

/** The same where words are written without blanks. */
const fillerSigns =
  /(?:您|你)的(?:来电|來電|电话|電話)对?對?我们?們?[非常很十分至关關]{0,4}重要|(?:菜单|選單|选单|选项|選項)(?:内容|已经|已經|已|有|有所|最近){0,3}(?:更改|变更|變更|更新|改变|改變)|(?:为了|為了|为|為)(?:能|更好地|更好的|给您|給您|向您|为您|為您|提供){1,4}(?:服务|服務|更好的服务|更好的服務)|お電話は[^。]{0,8}大切|メニューが(?:新しく)?(?:変更|変わ)|より(?:良い|よい|よりよい)サービスをご?提供/gu;

/** What a sentence about recording speaks of, in any of the languages. */
const recording =
  /record|monitor|graba|grabad|grava|gravad|enregistr|aufgezeichnet|aufzeich|aufgenommen|mitgeschnitten|ηχογραφ|καταγραφ|registra|opgenomen|opname|录音|錄音|録音/iu;

const table = once(() => byFirstWord(readPhrases(fillers)));

/** The phrases of a prompt that only take time: they stand in no caller's way to a choice but this. */
export const fillerPhrases: (text: string) => readonly FoundPhrase[] = oncePerText(findFiller);

function findFiller(text: string): readonly FoundPhrase[] {
  const { text: spoken } = withoutMarkup(text);
  const signs = [...spoken.matchAll(fillerSigns)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const found = [...findPhrases(spoken, table()), ...signs];
  if (found.length === 0) return [];
  const notices = sentencesOf(spoken).filter(({ words }) => recording.test(words));
  return found
    .filter(
      ({ start }) =>
        !notices.some(
          (notice) => start >= notice.start && start < notice.start + notice.words.length,
        ),
    )
    .sort((a, b) => a.start - b.start);
}
