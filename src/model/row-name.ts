const ordinal = /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[、.．](?!\d))/u
const ofWhich = /^其中[:：]?/u

/** A printed name without white space, ordinals (一、 2. （3）) and 其中：: `其中：(1) 公务用车运行维护费` is 公务用车运行维护费. */
export function cleanName(printed: string): string {
  let name = cleaned.get(printed)
  if (name === undefined) {
    if (cleaned.size >= mostCleaned) cleaned.clear()
    cleaned.set(printed, (name = newlyCleaned(printed)))
  }
  return name
}

/** Names that were cleaned before: a row's name is asked for with each of its cells. */
const cleaned = new Map<string, string>()
const mostCleaned = 10_000

function newlyCleaned(printed: string): string {
  let name = printed.replace(/\s+/gu, '')
  for (;;) {
    const shorter = name.replace(ofWhich, '').replace(ordinal, '')
    if (shorter === name || shorter === '') return name
    name = shorter
  }
}
