/**
 * The words with which prompts name keys, by language: written for this project from prompts as they
 * are heard, not from any list. Words of one kind are separated by blanks.
 */
interface WordLists {
  /** Verbs before a key: `press 1`. */
  readonly press: string;
  /** Words that name a key only where the phrase ends behind it: `option 1,` but not `type 2 errors`. */
  readonly pick: string;
  /** Verbs that stand behind the key: `die 1 drücken`, `1を押して`. */
  readonly pressAfter?: string;
  /** Verbs for typing a number in, after which a `#` only ends the number. */
  readonly type: string;
  /** Words between verb and key. */
  readonly between: string;
  /** Words behind a key that belong to it: `the 1 key`. */
  readonly noun: string;
  readonly and: string;
  readonly or: string;
  /** Behind `one`: it counts, it names no key (`one of the following`). */
  readonly of: string;
  /** Keys by name; the first name is the one that is written. */
  readonly names: Readonly<Record<string, string>>;
}

export const keyWords: Readonly<Record<string, WordLists>> = {
  en: {
    press: 'press pressing dial dialing dialling hit push pushing',
    pick: 'choose choosing select selecting enter entering tap touch key option type say use',
    type: 'enter entering type typing provide',
    between: 'the number key keys button digit option on say saying or either just simply',
    noun: 'key button sign symbol',
    and: 'and then',
    or: 'or',
    of: 'of',
    names: {
      '0': 'zero oh',
      '1': 'one',
      '2': 'two',
      '3': 'three',
      '4': 'four',
      '5': 'five',
      '6': 'six',
      '7': 'seven',
      '8': 'eight',
      '9': 'nine',
      '*': 'star asterisk',
      '#': 'pound hash hashtag octothorpe',
    },
  },
  es: {
    press:
      'oprima oprime oprimir presione presiona presionar pulse pulsa pulsar pulsando marque marcar marcando apriete teclee teclea',
    pick: 'marca digite digita seleccione elija escoja ingrese introduzca tecla opción diga',
    type: 'ingrese introduzca digite teclee marque',
    between: 'el la al en número tecla dígito botón opción o diga de signo símbolo',
    noun: 'tecla',
    and: 'y e luego',
    or: 'o u',
    of: 'de tecla opción',
    names: {
      '0': 'cero',
      '1': 'uno una un',
      '2': 'dos',
      '3': 'tres',
      '4': 'cuatro',
      '5': 'cinco',
      '6': 'seis',
      '7': 'siete',
      '8': 'ocho',
      '9': 'nueve',
      '*': 'asterisco estrella',
      '#': 'numeral almohadilla gato',
    },
  },
  pt: {
    press:
      'tecle teclar teclando pressione pressionar pressionando disque discar aperte apertar prima marque carregue',
    pick: 'digite digitar digita escolha selecione tecla opção diga',
    type: 'digite informe insira introduza tecle',
    between: 'o a no na em número tecla dígito botão opção ou diga',
    noun: 'tecla',
    and: 'e depois',
    or: 'ou',
    of: 'de das dos tecla opção',
    names: {
      '0': 'zero',
      '1': 'um uma',
      '2': 'dois duas',
      '3': 'três',
      '4': 'quatro',
      '5': 'cinco',
      '6': 'seis meia',
      '7': 'sete',
      '8': 'oito',
      '9': 'nove',
      '*': 'asterisco estrela',
      '#': 'cerquilha sustenido cardinal',
    },
  },
  fr: {
    press: 'appuyez appuyer appuyant tapez taper tapant composez composer faites pressez',
    pick: 'choisissez sélectionnez touche option dites entrez saisissez',
    type: 'entrez saisissez composez tapez',
    between: 'sur le la l touche numéro chiffre bouton option ou dites',
    noun: 'touche',
    and: 'et puis',
    or: 'ou',
    of: 'de des d touche option',
    names: {
      '0': 'zéro',
      '1': 'un une',
      '2': 'deux',
      '3': 'trois',
      '4': 'quatre',
      '5': 'cinq',
      '6': 'six',
      '7': 'sept',
      '8': 'huit',
      '9': 'neuf',
      '*': 'étoile astérisque',
      '#': 'dièse carré',
    },
  },
  de: {
    press: 'drücken drücke drück wählen wähle tippen betätigen',
    pick: 'taste ziffer option sagen',
    pressAfter: 'drücken wählen betätigen tippen',
    type: 'geben eingeben',
    between: 'sie bitte die den auf taste ziffer zahl nummer oder sagen einfach',
    noun: 'taste',
    and: 'und dann',
    or: 'oder',
    of: 'der von',
    names: {
      '0': 'Null',
      '1': 'Eins',
      '2': 'Zwei Zwo',
      '3': 'Drei',
      '4': 'Vier',
      '5': 'Fünf',
      '6': 'Sechs',
      '7': 'Sieben',
      '8': 'Acht',
      '9': 'Neun',
      '*': 'Stern Sternchen Sterntaste',
      '#': 'Raute Rautetaste Doppelkreuz',
    },
  },
  it: {
    press: 'premere prema premi premendo digitare comporre componga schiacciare',
    pick: 'digiti digita selezionare selezioni selezionate scegliere scelga tasto opzione dica',
    type: 'inserire inserisca digitare digiti immetta',
    between: 'il lo la l tasto numero cifra pulsante opzione o oppure dica di',
    noun: 'tasto',
    and: 'e poi',
    or: 'o oppure',
    of: 'di dei delle degli tasto',
    names: {
      '0': 'zero',
      '1': 'uno una un',
      '2': 'due',
      '3': 'tre',
      '4': 'quattro',
      '5': 'cinque',
      '6': 'sei',
      '7': 'sette',
      '8': 'otto',
      '9': 'nove',
      '*': 'asterisco stella',
      '#': 'cancelletto',
    },
  },
  nl: {
    press: 'druk drukt toets toetst',
    pick: 'kies kiest optie zeg',
    type: 'voer toets',
    between: 'op de dan u toets nummer cijfer of zeg',
    noun: 'toets',
    and: 'en dan',
    or: 'of',
    of: 'van',
    names: {
      '0': 'nul',
      '1': 'één',
      '2': 'twee',
      '3': 'drie',
      '4': 'vier',
      '5': 'vijf',
      '6': 'zes',
      '7': 'zeven',
      '8': 'acht',
      '9': 'negen',
      '*': 'sterretje ster',
      '#': 'hekje',
    },
  },
  el: {
    press: 'πατήστε πατήσετε πάτησε πιέστε πιέσετε καλέστε',
    pick: 'πληκτρολογήστε επιλέξτε διαλέξτε πείτε επιλογή',
    type: 'πληκτρολογήστε εισάγετε καταχωρίστε δώστε',
    between: 'το τον την στο στον αριθμό νούμερο πλήκτρο κουμπί ή πείτε',
    noun: 'πλήκτρο',
    and: 'και',
    or: 'ή είτε',
    of: 'από πλήκτρο κουμπί',
    names: {
      '0': 'μηδέν',
      '1': 'ένα μία μια',
      '2': 'δύο δυο',
      '3': 'τρία',
      '4': 'τέσσερα',
      '5': 'πέντε',
      '6': 'έξι',
      '7': 'επτά εφτά',
      '8': 'οκτώ οχτώ',
      '9': 'εννέα εννιά',
      '*': 'αστερίσκο αστεράκι',
      '#': 'δίεση καγκελάκι',
    },
  },
  zh: {
    press: '按 请按 請按 按下 撳 揿 拨 撥',
    pick: '选择 選擇 输入 輸入',
    type: '输入 輸入',
    between: '数字 數字 了',
    noun: '键 鍵 号键 號鍵 号 號 字 字键 字鍵',
    and: '和 再 然后 然後 并 並',
    or: '或 或者 或按 或请按',
    of: '下 次 般 定 直 些 样 樣 种 種 个 個 起 切 律 旦 致 点 點',
    names: {
      '0': '零 〇',
      '1': '一 幺',
      '2': '二',
      '3': '三',
      '4': '四',
      '5': '五',
      '6': '六',
      '7': '七',
      '8': '八',
      '9': '九',
      '*': '星号 星號 星 米字',
      '#': '井号 井號 井字 井',
    },
  },
  ja: {
    press: '',
    pick: '',
    pressAfter: '押 お押し プッシュ ダイヤル 選択 選ん お選び',
    type: '入力',
    between: '',
    noun: '番 番の 番を 番キー 番キーを の キー ボタン キーを ボタンを を 印 記号',
    and: 'と',
    or: 'または 又は か もしくは',
    of: '',
    names: {
      '0': 'ゼロ 零',
      '1': '一',
      '2': '二',
      '3': '三',
      '4': '四',
      '5': '五',
      '6': '六',
      '7': '七',
      '8': '八',
      '9': '九',
      '*': 'アスタリスク スター 米印 こめ印 米',
      '#': 'シャープ',
    },
  },
};

/** Words that begin what a key is for: `for cards`, `to pay`. All languages together. */
export const purposeWords =
  'for to if per se si pour afin para por für um wenn falls bei zu zur zum voor om als για αν εάν';

/** What numbers count or measure; in front of them no number is a key. All languages together. */
export const countedWords =
  'digit digits number numbers character characters letter letters second seconds minute minutes hour hours day days ' +
  'week weeks month months year years time times percent dollar dollars euro euros cent cents pounds am pm noon oclock ' +
  'business working calling calls people options option choices items languages business percent ' +
  'dígito dígitos cifra cifras número números segundos minuto minutos hora horas día días semanas meses año años pesos ' +
  'opciones veces dias minutos segundos opções opcoes vezes reais chiffre chiffres seconde secondes heure heures jour ' +
  'jours semaines mois ans options fois ziffern stellen stellig stellige stelligen sekunden minuten stunden uhr tage ' +
  'tagen wochen monate jahre cijfers seconden uur dagen weken jaar cifre secondi minuti ore giorni mesi anni ψηφία ' +
  'ψηφίο ψήφιος ψήφιο λεπτά ώρες ημέρες μέρες ευρώ ' +
  '位 位数 位數 分钟 分鐘 小时 小時 天 元 年 月 日 点 點 秒 次 楼 岁 个 個 桁 分 時 時間 円 日間 回 名 件 歳 階 年間 万';

/** What joins the two ends of a range: `1 to 5`. All languages together. */
export const rangeWords = 'to through thru until till a al hasta à bis até tot έως ως 至 到 から';

/** Behind a key, these say that it only ends what was typed: `press pound when you are finished`. */
export const doneWords =
  'when once after cuando al quando ao après quand wenn sobald όταν 结束 結束 确认 確認 完成';

/** Words that may stand behind a key without making it a number: `press 1 now`. */
export const tailWords =
  'now again please at any anytime on ahora bitte jetzt maintenant agora ora adesso nu τώρα 即可 查询 键';

/** Short numbers for emergencies: callers are told to dial them on another call. */
export const emergencyNumbers: ReadonlySet<string> = new Set(
  '100 101 110 111 112 113 115 117 118 119 122 133 144 166 190 192 193 199 911 988 999 000'.split(
    ' ',
  ),
);
