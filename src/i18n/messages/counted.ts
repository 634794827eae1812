import type { Words } from '../language'

/** What documents count in (计量单位), one and several in English; what is not here stays as printed. */
const english = new Map<string, [one: string, several: string]>([
  ['辆', ['vehicle', 'vehicles']],
  ['个', ['item', 'items']],
  ['项', ['item', 'items']],
  ['台（套）', ['set', 'sets']],
  ['分', ['point', 'points']],
  ['团组', ['group', 'groups']],
  ['批次', ['batch', 'batches']],
  ['人', ['person', 'people']],
  ['人次', ['person-time', 'person-times']],
])

/** A number as shown with what it counts, in words. */
export const countedWords: Words<(shown: string, unit: string) => string> = {
  zh: (shown, unit) => `${shown} ${unit}`,
  en: (shown, unit) => `${shown} ${english.get(unit)?.[shown === '1' ? 0 : 1] ?? unit}`,
}
