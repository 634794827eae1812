import { numberingLength } from '../lead'
import type { Outlined } from '../outline'
import type { Noted } from './noted'
import { noted, shortItem } from './noted'

const sections = [
  { subject: 'units', pattern: /机构设置|机构情况|单位构成|部门构成|单位情况|编制范围|单位设置/u },
  { subject: 'duties', pattern: /职能|职责/u },
] as const

interface Section {
  subject: 'duties' | 'units'
  rank: number
  opener: Outlined
  items: string[]
}

const mostItems = 40

/**
 * What the sections of duties (主要职责) and of organisation (机构设置, 单位构成) list: functions of the unit, its bodies; and the
 * paragraphs that are such items, though they may look like headings.
 */
export function membersOf(outline: readonly Outlined[]): { lists: Noted[]; items: Set<Outlined> } {
  const lists: Noted[] = []
  const listed = new Set<Outlined>()
  let section: Section | null = null
  const close = (): void => {
    if (section && section.items.length > 0) lists.push(listOf(section))
    section = null
  }
  for (const outlined of outline) {
    if (outlined.part !== 'text') continue
    const { heading } = outlined
    const subject = heading && sections.find(({ pattern }) => pattern.test(heading.title))?.subject
    if (heading && (subject || (section && heading.rank <= (section as Section).rank))) {
      close()
      if (subject && !/表$/u.test(heading.title))
        section = { subject, rank: heading.rank, opener: outlined, items: [] }
    } else if (section !== null) {
      const open: Section = section
      const named = labelOf(outlined)
      if (named) {
        close()
        section = { subject: named, rank: open.rank, opener: outlined, items: [] }
      } else {
        const items = itemsOf(outlined, open.subject)
        if (items.length > 0) listed.add(outlined)
        open.items.push(...items)
      }
    }
  }
  close()
  return { lists, items: listed }
}

/** 单位职责： and 机构设置：, each in a paragraph of its own under one heading. */
function labelOf({ words }: Outlined): Section['subject'] | null {
  if (!/^[^，。]{2,14}：$/u.test(words.text)) return null
  return sections.find(({ pattern }) => pattern.test(words.text))?.subject ?? null
}

function listOf({ subject, opener, items }: Section): Noted {
  const { paragraph } = opener
  return noted(paragraph, 'list', 0, paragraph.text.length, {
    subject,
    items: [...new Set(items)].slice(0, mostItems).map(shortItem),
  })
}

function itemsOf({ words, paragraph }: Outlined, subject: Section['subject']): string[] {
  const skipped = numberingLength(words.text)
  const text = words.text.slice(skipped)
  if (subject === 'duties') return dutiesIn(text, skipped > 0)
  if (skipped > 0 && isBody(text)) return [text.replace(/[。；]$/u, '')]
  return bodiesIn(wordsAfterOpener(words.text), paragraph.text.length)
}

/** A numbered paragraph is one duty; others list them behind a colon. */
function dutiesIn(text: string, isNumbered: boolean): string[] {
  if (isNumbered) return [text.replace(/[。；]$/u, '')]
  const listed = /(?:职责|职能|任务)(?:是|为|包括|有)?：(?<list>.+)$/u.exec(text)?.groups!.list
  return listed ? listed.split(/[；。]/u).filter((one) => one !== '') : []
}

const body =
  /^[一-龥（）、\dXx×A-Za-z]{2,40}(?:局|部|委|办|中心|院|站|所|队|厅|室|处|科|组|庭|馆|校|学院|会|社|园|库|公司|机关|政府|办事处|本级|本部|俱乐部|编辑部|委员会|服务处)(?:（[^（）]{1,12}）)?[。；]?$/u

function isBody(text: string): boolean {
  return body.test(text) && !/[，：]/u.test(text)
}

/** Behind 包括：, 有：, 即：. */
function wordsAfterOpener(text: string): string[] {
  return [
    ...text.matchAll(/(?:包括|所属[^，。：]{0,12}有|分别为|分别是|即|下设|设有)：?(?<list>[^。；]+)/gu),
  ].map((found) => found.groups!.list!)
}

/** 办公厅和研究室 are two, 普法与依法治理和促进法治科 is one. */
function twoBodies(name: string): string[] {
  const at = name.indexOf('和')
  const parts = [name.slice(0, at), name.slice(at + 1)]
  return at > 0 && parts.every(isBody) ? parts : [name]
}

function bodiesIn(lists: string[], length: number): string[] {
  return lists.flatMap((list) =>
    list
      .slice(0, length)
      .replace(/等(?:\d+个.*)?$/u, '')
      .split(/[、，]/u)
      .flatMap(twoBodies)
      .map((name) => name.replace(/^.*下设/u, ''))
      .filter((name) => isBody(name) && !/[一二两三四五六七八九十\d][个家名]/u.test(name)),
  )
}
