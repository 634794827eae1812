import type { Scheme } from '../model/vocabulary'

/** Hue families of 类 (look.md): the same on every page, year and place. Values are in hues.css as --<family>-1 … -3, -edge, -t1 … -t3. */
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

/** 政府预算支出经济分类: each 类 has the hue of the 部门 类 that it gathers. */
const governmentFamilies: Record<string, Family> = {
  '501': 'gov',
  '502': 'soc',
  '503': 'edu',
  '504': 'edu',
  '505': 'gov',
  '506': 'edu',
  '507': 'eco',
  '508': 'eco',
  '509': 'hou',
  '510': 'med',
  '511': 'ind',
  '512': 'ind',
  '513': 'ind',
  '514': 'sec',
  '599': 'sec',
}

/** A family's hue, or the ink's own tints where hue would mean nothing. */
export type Hue = Family | 'tint'

/** The hue of a row: of its 类 in the classifications of spending, ink tints for sources of income. */
export function hueOf(scheme: Scheme, code: string): Hue {
  const spending =
    scheme === 'function' || scheme === 'economic_department' || scheme === 'economic_government'
  return spending ? familyOf(scheme, code) : 'tint'
}

/** The hue family of a code by its 类; codes outside the tables go to 橙 (经济与其他). */
export function familyOf(scheme: Scheme, code: string): Family {
  const top = code.slice(0, 3)
  if (scheme === 'economic_department') return economicFamilies[top] ?? 'ind'
  if (scheme === 'economic_government') return governmentFamilies[top] ?? 'ind'
  const found = (Object.keys(functionFamilies) as Family[]).find((f) => functionFamilies[f].includes(top))
  return found ?? 'ind'
}
