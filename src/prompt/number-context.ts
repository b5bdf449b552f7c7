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
