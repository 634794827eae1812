import type { Scheme } from '../model/vocabulary'
import { parseCsv } from './csv'
import { oneOf, ofPattern, refuse, yearOrNull } from './field'
import { plainName } from './names'

/** A code in one edition of its scheme (科目编码): the same digits can mean different things in different years. */
export interface CodeEdition {
  scheme: Scheme
  code: string
  /** 1 类, 2 款, 3 项. */
  level: number
  /** Code of the next higher level, null for a 类. */
  parent: string | null
  /** First year; 2007, the first of the present classification (政府收支分类改革), where no later start is known. */
  validFrom: number
  /** Last year, null while in use. */
  validTo: number | null
  nameZh: string
  /** English name, for 类 and 款. */
  nameEn: string | null
  /** published: seen with this code and name in a disclosure; name published: the name seen; recalled: to be confirmed. */
  evidence: string
}

const columns = [
  'scheme',
  'code',
  'level',
  'parent',
  'valid_from',
  'valid_to',
  'name_zh',
  'name_en',
  'evidence',
] as const

/** Code tables of the function scheme (支出功能分类) and both economic schemes (支出经济分类), by edition. */
export class CodeTable {
  readonly #byCode = new Map<string, CodeEdition[]>()
  readonly #classByName = new Map<string, string>()

  constructor(readonly editions: readonly CodeEdition[]) {
    for (const edition of editions) {
      const key = `${edition.scheme} ${edition.code}`
      this.#byCode.set(key, [...(this.#byCode.get(key) ?? []), edition])
      if (edition.level === 1)
        this.#classByName.set(`${edition.scheme} ${plainName(edition.nameZh)}`, edition.code)
    }
  }

  /** The meaning of a code in a year, or null when no edition of that year has it. */
  inYear(scheme: Scheme, code: string, year: number): CodeEdition | null {
    return (
      this.ofAnyYear(scheme, code).find(
        (edition) => edition.validFrom <= year && (edition.validTo === null || year <= edition.validTo),
      ) ?? null
    )
  }

  /** All meanings a code has had, oldest first. */
  ofAnyYear(scheme: Scheme, code: string): readonly CodeEdition[] {
    return this.#byCode.get(`${scheme} ${code}`) ?? []
  }

  /** Code of a 类 by its name in any edition, or null. Names of 款 and 项 are not unique and are not resolved. */
  classByName(scheme: Scheme, name: string): string | null {
    return this.#classByName.get(`${scheme} ${plainName(name)}`) ?? null
  }
}

const schemes = ['function', 'economic_department', 'economic_government'] as const
const codePattern = /^\d{3}(?:\d{2}){0,2}$/u

/** @param text data/registry/codes.csv @throws Error for a field that is not what its column holds */
export function parseCodes(text: string): CodeTable {
  return new CodeTable(
    parseCsv(text, columns).map((record) => {
      const code = ofPattern('code', record.code, codePattern, '3, 5 or 7 digits')
      const validFrom = yearOrNull(`valid_from of ${code}`, record.valid_from) ?? 2007
      const validTo = yearOrNull(`valid_to of ${code}`, record.valid_to)
      if (validTo !== null && validTo < validFrom)
        refuse(`valid_to of ${code}`, `${validFrom} or later`, record.valid_to)
      return {
        scheme: oneOf(`scheme of ${code}`, record.scheme, schemes),
        code,
        level: Number(oneOf(`level of ${code}`, record.level, ['1', '2', '3'])),
        parent: record.parent || null,
        validFrom,
        validTo,
        nameZh: ofPattern(`name_zh of ${code}`, record.name_zh, /\S/u, 'a name'),
        nameEn: record.name_en || null,
        evidence: record.evidence,
      }
    }),
  )
}

/** Level of a function or economic code by its length: 1 类 (3 digits), 2 款 (5), 3 项 (7); null for other lengths. */
export function levelOfCode(code: string): 1 | 2 | 3 | null {
  return code.length === 3 ? 1 : code.length === 5 ? 2 : code.length === 7 ? 3 : null
}

/** Code of the next higher level: the code without its last two digits, null for a 类. */
export function parentOfCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null
}
