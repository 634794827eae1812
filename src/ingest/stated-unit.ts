import { plain } from './forms/words'

/** Name of the unit in a title or in a line above a table, or null. */
export function unitNameIn(text: string): string | null {
  const words = text.replace(/\s+/gu, '')
  const labelled =
    /^(?:编制|填报|公开|预算|主管)*(?:单位|部门)(?:名称)?[:：](.+?)(?:20\d\d年度?)?(?:金额)?(?:单位[:：].*)?$/u.exec(
      words,
    )
  if (labelled) return /^(?:亿元|万元|元)$/u.test(labelled[1]!) ? null : labelled[1]!
  const coded = /^(?!20\d\d年)\d{3,9}(\p{Script=Han}[^:：]*?)(?:-\d{9})?(?:单位[:：].*)?$/u.exec(words)
  if (coded && isOrganisation(coded[1]!)) return coded[1]!
  const beforeYear = /^(.+?)(?:20\d\d|二[〇○零]..)年.*[预决]算/u.exec(words)
  if (beforeYear && !isPlace(beforeYear[1]!)) return beforeYear[1]!
  const afterYear = /^(?:20\d\d|二[〇○零]..)年度?(.+?)(?:部门|单位)?[预决]算/u.exec(words)
  return afterYear && !/^(?:部门|单位)$/u.test(afterYear[1]!) && !isPlace(afterYear[1]!)
    ? afterYear[1]!
    : null
}

/** 上海市普陀区, 县级: where or of which level, not who. */
function isPlace(name: string): boolean {
  return /(?:[省市区县州盟旗]|[省市区县]级)$/u.test(name)
}

/** Does a name behind a number name who, not what: 202001某某局, not 310资本性支出 or 120亩? */
function isOrganisation(name: string): boolean {
  return /(?:[局委办院部会厅处所站队校馆社庭团署室科库园区乡镇府]|中心|公司|学院|街道|机关|医院|集团)(?:[(（]?(?:机关)?本级[)）]?)?$/u.test(
    name,
  )
}

/** Name in a title that does not have the year beside it: 某某局部门预算公开（2024年）. */
export function nameBeforeStage(title: string): string | null {
  const found = /^(\D{3,}?)(?:部门|单位)?[预决]算/u.exec(title.replace(/\s+/gu, ''))
  return found ? found[1]! : null
}

/** 单位编码 printed before the unit's name: the longest, since the unit's begins with its department's. */
export function unitCodeIn(lines: readonly string[]): string {
  const codes = lines.flatMap((line) => {
    const [, code, name] =
      /^(\d{3}|\d{6}|\d{9})(\p{Script=Han}.*?)(?:-\d{9})?(?:单位:.*)?$/u.exec(plain(line)) ?? []
    return code && isOrganisation(name!) ? [code] : []
  })
  return codes.sort((a, b) => b.length - a.length)[0] ?? ''
}

/**
 * Name that sentences begin with where neither title nor tables say it (某某局2019年度收入预算…): the most frequent one,
 * told at least twice.
 */
export function unitOfProse(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const words = text.replace(/\s+/gu, '')
    const name =
      /^(?:附件[:：])?([\p{Script=Han}（）()]{4,40}?)20\d\d年度?(?:的)?(?:收入|支出|财政拨款|一般公共预算|政府性基金|部门|单位)/u.exec(
        words,
      )?.[1]
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] > 1 ? most[0] : null
}
