/**
 * Pairs of a radical (CJK Radicals Supplement, U+2E80–2EF3) and the ideograph that is the same character, as Unicode's
 * property Equivalent_Unified_Ideograph (UAX #38) has them.
 */
const supplement = [
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌',
  '⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓',
  '⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝',
  '⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐',
  '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟',
]

const ideographOf = new Map(
  supplement.flatMap((line) =>
    line.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
  ),
)
// NFKC makes it 戶; fonts of simplified characters draw 户 with it (⽤⼾ for 用户).
ideographOf.set('⼾', '户')

/**
 * Text of a pdf with look-alike signs made the characters that were written. Fonts subset by WPS and Word give radicals
 * (⻔, ⽀) where the document has ideographs (门, 支); compatibility ideographs and Latin ligatures (ﬁ) are alike.
 * A soft hyphen is printed here, so it is a hyphen; marks without width go; what says nothing is U+FFFD.
 * Everything else, full-width punctuation too, stays as published.
 */
export function foldLookAlikes(text: string): string {
  return text
    .replace(
      /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9\ufb00-\ufb06]/gu,
      (sign) => ideographOf.get(sign) ?? sign.normalize('NFKC'),
    )
    .replaceAll('\u00ad', '-')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
}
