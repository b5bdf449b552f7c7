/**
 * Widths of characters in fonts with the metrics of Arial, made by scripts/text-widths.mjs from
 * Liberation Sans. A line is the first code point in hexadecimal, then one code a character, each
 * with the number of times it stands there; `-` is a character that the font hasn't.
 */
export const arialWidths = {
  /** Thousandths of the font size, in the order of the codes. */
  widths: [
    166, 188, 190, 222, 238, 240, 260, 276, 278, 280, 282, 292, 324, 334, 350, 354, 364, 366, 370,
    376, 384, 386, 390, 396, 400, 412, 416, 438, 440, 444, 446, 448, 452, 458, 460, 464, 470, 474,
    480, 482, 486, 488, 490, 498, 500, 510, 520, 524, 532, 538, 540, 542, 546, 548, 550, 552, 556,
    558, 566, 568, 572, 576, 578, 580, 582, 584, 600, 602, 604, 606, 610, 612, 614, 618, 622, 626,
    634, 636, 644, 648, 650, 656, 666, 668, 678, 684, 688, 690, 702, 708, 712, 716, 718, 722, 724,
    730, 734, 736, 740, 748, 750, 752, 754, 760, 766, 768, 774, 778, 780, 784, 792, 798, 802, 810,
    812, 820, 822, 824, 834, 836, 838, 844, 854, 856, 864, 870, 876, 886, 890, 904, 906, 916, 924,
    928, 938, 944, 968, 976, 980, 1000, 1004, 1010, 1016, 1020, 1032, 1058, 1062, 1072, 1094, 1114,
  ],
  codes:
    ':;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóô',
  regular: [
    '20 B2It2ß±<G2P}BGB2t10B2}3tí±2¼2±¤Ê¼Bh±tÕ¼Ê±Ê¼±¤¼±æ±2¤B3_tGt2ht2Bt2=2h=Õt4GhBth¼h3G@G}',
    'a0 BGt4@tGÀLt}GÀsRqG3ymBG2KtÕ3¤±6ê¼±4B4¼2Ê5}Ê¼4±2¤t6ßht4B4t7q¤t4hth±t±t±t¼h¼h¼h¼h¼¦¼t±t±t±t±t±tÊtÊtÊtÊt¼t¼tB7=B2¿Wh=±h2t=t=tEtGt=¼t¼t¼t¢½tÊtÊtÊtêæ¼G¼G¼G±h±h±h±h¤B¤M¤B¼t¼t¼t¼t¼t¼tæ¼±h±¤h¤h¤h=-18t-103±têßÊ¤-24±h¤B-52',
    '370 -14B-5G2²BÌ×N-É-ÚÄ=±2r²±¤¼ÊB±²Õ¼¯Ê¼±-§¤±Î±ÖÂB±zXt=pzyhtXVt2=h2yhYt¶wc§Qp®k¹Ë=ptpË-49±²Ûo»±B2hðìÙ|¼«»±°±o³±ã¢»2|°Õ¼Ê»±¼¤«Æ±Á±âåÍÞ°»ì¼txlJ}t²[u2U}µstoth[hÓhxjÏÓ©»jiÃot3Jih=B=áÑtUuhs-18Êt-28eS-158',
    '1e00 -128æ¼æ¼æ¼-108±h-268',
    '2010 G2-tê2-s=4G3-t2H-3ê-',
    '2030 ê-;I-5G2-h-G-5:-26',
    '2070 -15J-32',
    '20a0 -3t2-2ó-4t-20',
    '2100 -5Þ-13F-2ò-11ê-3È-7~-44Õ4-49',
    '2190 êhêhêh-4',
  ],
  bold: [
    '20 BGat2ß¼>G2P}BGB2t10G2}3¤è¼4±¤Ê¼Bt¼¤Õ¼Ê±Ê¼±¤¼±æ±2¤GBG}tGt¤t¤tG¤2B2tBß¤4PtG¤tÊt2hPCP}',
    'a0 BGt4CtGÀLt}GÀsRqG3ytBG2KtÕ3¤¼6ê¼±4B4¼2Ê5}Ê¼4±2¤t6ßt5B4¤7q¤5t¤t¼t¼t¼t¼t¼t¼t¼t¼»¼¤±t±t±t±t±tÊ¤Ê¤Ê¤Ê¤¼¤¼¤B10Ìt2B¼t2¤B¤B¤O¤b¤B¼¤¼¤¼¤¸½¤Ê¤Ê¤Ê¤êæ¼P¼P¼P±t±t±t±t¤G¤b¤G¼¤¼¤¼¤¼¤¼¤¼¤æÊ±t±¤h¤h¤hB-18t-103¼têßÊ¤-24±t¤G-52',
    '370 -14G-5G^¼GÙáa-Ô-ä×B¼2¡»±¤¼ÊB¼±Õ¼¬Ê¼±-~¤±Ò±ÐÏB±¦Z¤B|¦¤t£a]¤nBut¥tX¤Ç§j´X|ºyÅØB|¤|Ø-49±²Þv¹±BAtóñÝ¤¼¨»¼»¼v¹±à©»2¤·Õ¼Ê»±¼¤¨Ù±¾·ëîÜé»¹ï»t§¦Tªt¸g¦2h«Á¢¤¢¤tftÝt¦{ÕØ¾Ù¦sÙ}t2¤TstBDBçá¤h¦t¢-18Ê¤-28dX-158',
    '1e00 -128æÊæÊæÊ-108±t-268',
    '2010 G2-tê2-sB4h3-t2H-3ê-',
    '2030 ê-?b-5G2-¢-G-5:-26',
    '2070 -15Q-32',
    '20a0 -3t2-2ó-4t-20',
    '2100 -5Þ-13e-2ô-11ê-3È-7~-44Õ4-49',
    '2190 êhêhêh-4',
  ],
} as const;
