import type { Outlined } from '../outline'
import type { Noted } from './noted'
import { noted } from './noted'

const label =
  /^(?:编制|填报|公开|预算|主管|预算主管)*(?:单位|部门)(?:名称)?：(?<name>[一-龥（）\dXx×]{2,40}?)(?:20\d\d年度?)?(?:金额)?(?:单位：.*)?$/u
const organ =
  '(?:局|部|委|办|中心|院|站|所|队|厅|室|处|馆|校|学院|会|社|园|公司|机关|政府|街道|办事处|法院|检察院|本级|（本级）|（部门）|（单位）)'
const beginning = new RegExp(`^(?<name>[一-龥（）]{3,40}?${organ}(?:部门|单位)?)(?=20\\d\\d年)`, 'u')
const told = new RegExp(
  `(?:^|，|年度?|日)(?<name>[一-龥（）]{3,40}?${organ})(?=(?:部门|单位)?(?:共有|本年|年末|收入|支出|财政拨款|一般公共预算|下属|负责))`,
  'u',
)
const self = /(?:本|我)(?:部门|单位|局|委|办|厅|中心|院)/gu

/**
 * Each form in which the document names its own unit, once, where it stands first: in its title, in labels above tables,
 * at the beginning of sentences, and as 本部门, 我单位.
 * @param unitName the name that the document goes by
 */
export function namesOf(outline: readonly Outlined[], unitName: string): Noted[] {
  const seen = new Set<string>()
  return outline.flatMap(({ paragraph, words, part }, index) => {
    if (part !== 'text') return []
    const { text } = words
    const labelled = label.exec(text)?.groups!.name
    if (labelled && isWrapped(labelled, outline.slice(index + 1, index + 3), unitName)) return []
    const proper = labelled
      ? [labelled]
      : [beginning, told].flatMap((pattern) => pattern.exec(text)?.groups!.name ?? [])
    const own = [
      ...(unitName !== '' && text.includes(plain(unitName)) ? [plain(unitName)] : []),
      ...proper.filter((name) => isOwn(name, unitName)),
    ]
    const forms = [
      ...own.map((name) => ({ name, subject: 'unit' })),
      ...[...text.matchAll(self)].map(([name]) => ({ name, subject: 'self' })),
    ]
    return forms.flatMap(({ name, subject }) => {
      if (seen.has(name)) return []
      seen.add(name)
      const at = text.indexOf(name)
      const from = words.at[at]!
      return [noted(paragraph, 'name', from, words.at[at + name.length - 1]! + 1, { subject })]
    })
  })
}

function plain(name: string): string {
  return name.replace(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）')
}

/** Does the label go on in a line below it, so that its words are only the beginning of the name? */
function isWrapped(name: string, below: readonly Outlined[], unitName: string): boolean {
  const rest = plain(unitName).startsWith(name) ? plain(unitName).slice(name.length) : ''
  return rest !== '' && below.some(({ words }) => words.text.startsWith(rest.slice(0, 2)))
}

/** Does a name share so much with the unit's that it is another form of it, not another body? */
function isOwn(name: string, unitName: string): boolean {
  const [one, other] = [plain(name), plain(unitName)]
  if (other === '') return true
  if (one.startsWith(other) || other.includes(one)) return true
  if (one.includes(other)) return /[省市区县州旗盟]$/u.test(one.slice(0, one.indexOf(other)))
  const short = [...one].filter((character) => other.includes(character)).length
  return short >= Math.min(one.length, other.length) * 0.8
}
