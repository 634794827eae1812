import type { Scheme } from '../model/vocabulary'

/** Hue families of 类 (look.md): the same on every page, year and place. Values are in tokens.css as --<family>-1 … -3, -edge, -t1 … -t3. */
export type Family = 'gov' | 'sec' | 'edu' | 'soc' | 'med' | 'eco' | 'ind' | 'hou'

const functionFamilies: Record<Family, string[]> = {
  gov: ['201', '202', '203'],
  sec: ['204', '224'],
  edu: ['205', '206', '207'],
  soc: ['208', '209'],
  med: ['210'],
  eco: ['211', '213', '220'],
  ind: ['214', '215', '216', '217', '219', '222', '223', '227', '229', '230', '231', '232', '233', '234'],
  hou: ['212', '221'],
}

const economicFamilies: Record<string, Family> = {
  '301': 'gov',
  '302': 'soc',
  '303': 'hou',
  '307': 'ind',
  '309': 'edu',
  '310': 'edu',
  '311': 'eco',
  '312': 'eco',
  '313': 'med',
  '399': 'sec',
}

/** The hue family of a code by its 类; codes outside the tables go to 橙 (经济与其他). */
export function familyOf(scheme: Scheme, code: string): Family {
  const top = code.slice(0, 3)
  if (scheme === 'economic_department') return economicFamilies[top] ?? 'ind'
  const found = (Object.keys(functionFamilies) as Family[]).find((f) => functionFamilies[f].includes(top))
  return found ?? 'ind'
}
