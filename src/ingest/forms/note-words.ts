import { compact } from './words'

/** Words right below a table, or in it, that say why it is empty: （无政府性基金支出）, 此表为空. */
export function saysNothing(text: string): boolean {
  return (
    /^[（(]?(?:[我本][^，。]{0,8})?(?:20\d\d年度?)?(?:没有|无(?!形))[^，。]{2,40}[)）。]?$/u.test(
      text.trim(),
    ) || saysEmptyTable(text)
  )
}

/** Do words call the table beside them empty: 此表为空, 故本表为空表? Not when they only say what it would mean: 如本表为空. */
export function saysEmptyTable(text: string): boolean {
  const words = compact(text)
  return (
    /(?:[此本该]表|列示)为空|(?:为|是|系)空表|空表列示/u.test(words) && !/[如若][^，。]{0,6}空/u.test(words)
  )
}

/** Does a line begin a note (注：…)? Also when a stray word stands before it (”第一部注：). */
export function isNote(text: string): boolean {
  return /^.{0,5}(?:备注|注|说明)\s*\d*\s*[:：.．]/u.test(text)
}

/** Is a sentence right below a note part of it? */
export function continuesNote(text: string): boolean {
  return /^(?:本表|本套|如本表|其中|另外?[，,:：]|\d+[.、．]|[（(]\d+[)）]).*[。；;]$/u.test(text)
}
