import { describe, expect, it } from 'vitest'
import { levelOfCode, parentOfCode } from '../../../src/reference/codes'
import { parseCsv } from '../../../src/reference/csv'
import { regionsAbove } from '../../../src/reference/regions'
import { parseRegistry } from '../../../src/reference/registry'
import { unitNamed, unknownUnitId } from '../../../src/reference/units'
import { readRegistry } from '../../../scripts/registry'

const registry = readRegistry()

describe('a code', () => {
  it('means what its edition of the year says', () => {
    const nameIn = (scheme: 'function' | 'economic_department', code: string, year: number) =>
      registry.codes.inYear(scheme, code, year)?.nameZh ?? null
    expect(nameIn('economic_department', '30311', 2017)).toBe('住房公积金')
    expect(nameIn('economic_department', '30311', 2019)).toBeNull()
    expect(nameIn('economic_department', '30311', 2020)).toBe('代缴社会保险费')
    expect(nameIn('function', '207', 2018)).toBe('文化体育与传媒支出')
    expect(nameIn('function', '207', 2019)).toBe('文化旅游体育与传媒支出')
    expect(nameIn('function', '20805', 2019)).toBe('行政事业单位离退休')
    expect(nameIn('function', '20805', 2020)).toBe('行政事业单位养老支出')
    expect(nameIn('function', '20139', 2023)).toBeNull()
  })

  it('of a 类 is found by its name in any edition, whatever its brackets and blanks', () => {
    expect(registry.codes.classByName('function', '一般公共服务支出')).toBe('201')
    expect(registry.codes.classByName('function', ' 文化体育与传媒支出 ')).toBe('207')
    expect(registry.codes.classByName('economic_department', '资本性支出(基本建设)')).toBe('309')
  })

  it('of a 款 or 项 is not found by its name, which several share', () => {
    expect(registry.codes.classByName('function', '行政运行')).toBeNull()
  })

  it('has the level of its length and the parent without its last two digits', () => {
    expect(['201', '20103', '2010308', '20'].map(levelOfCode)).toEqual([1, 2, 3, null])
    expect(['201', '20103', '2010308'].map(parentOfCode)).toEqual([null, '201', '20103'])
  })
})

describe('the shipped code table', () => {
  it('has the parent of every code and the level its length says', () => {
    for (const { scheme, code, level, parent } of registry.codes.editions) {
      expect(level, code).toBe(levelOfCode(code))
      expect(parent, code).toBe(parentOfCode(code))
      if (parent) expect(registry.codes.ofAnyYear(scheme, parent), code).not.toHaveLength(0)
    }
  })

  it('has no two meanings of a code in one year', () => {
    const { editions } = registry.codes
    for (const edition of editions) {
      const others = editions.filter(
        (other) =>
          other !== edition &&
          other.scheme === edition.scheme &&
          other.code === edition.code &&
          other.validFrom <= (edition.validTo ?? 9999) &&
          edition.validFrom <= (other.validTo ?? 9999),
      )
      expect(others, `${edition.scheme} ${edition.code}`).toEqual([])
    }
  })

  it('has an English name for every 类 and 款, and says how sure each code is', () => {
    for (const { code, level, nameEn, evidence } of registry.codes.editions) {
      if (level < 3) expect(nameEn, code).toMatch(/^[A-Z][\x20-\x7e]+$/u)
      expect(['published', 'name published', 'recalled'], code).toContain(evidence)
    }
  })
})

describe('a place', () => {
  it('stands below those that contain it', () => {
    expect(regionsAbove(registry.regions, '130624').map(({ name }) => name)).toEqual([
      '河北省',
      '保定市',
      '阜平县',
    ])
    expect(regionsAbove(registry.regions, '999999')).toEqual([])
  })

  it('has a known parent, and a province none', () => {
    for (const { code, level, parent } of registry.regions) {
      if (level === 'province') expect(parent).toBeNull()
      else
        expect(
          registry.regions.some((region) => region.code === parent),
          code,
        ).toBe(true)
    }
  })
})

describe('a unit', () => {
  it('is known by its name and by its other names in its place', () => {
    expect(unitNamed(registry.units, '阜平县信访局', '130624')?.id).toBe('130624-petition')
    const printed = '中共辽宁省抚顺市委抚顺市人民政府信访局(本级)'
    expect(unitNamed(registry.units, printed, '210400')?.id).toBe('210400-petition-self')
    expect(unitNamed(registry.units, '阜平县信访局', '210400')).toBeNull()
  })

  it('that nobody knows has an id that depends on its place and normalised name alone', async () => {
    const id = await unknownUnitId('某某局（本级）', '310107', 'unit')
    expect(id).toMatch(/^310107-u[0-9a-f]{8}$/u)
    expect(await unknownUnitId(' 某某局(本级) ', '310107', 'unit')).toBe(id)
    expect(await unknownUnitId('某某局', '', 'department')).toMatch(/^000000-u/u)
  })

  it('that nobody knows has another id than its department of the same name', async () => {
    const department = await unknownUnitId('某某局', '310107', 'department')
    const own = await unknownUnitId('某某局', '310107', 'unit')
    expect(own).not.toBe(department)
    expect(await unknownUnitId('某某局（本级）', '310107', 'unit')).toBe(own)
  })

  it('is told from its department of the same name by the kind of the disclosure', () => {
    const units =
      'unit_id,name,aliases,kind,parent\n310107-a,司法局,,department,\n310107-a-self,司法局（本级）,司法局,unit,310107-a\n'
    const codes = 'scheme,code,level,parent,valid_from,valid_to,name_zh,name_en,evidence\n'
    const regions = 'region_code,name,level,parent,status,former_names\n'
    const known = parseRegistry({ codes, regions, units }).units
    expect(unitNamed(known, '司法局', '310107', 'unit')?.id).toBe('310107-a-self')
    expect(unitNamed(known, '司法局', '310107', 'department')?.id).toBe('310107-a')
    expect(unitNamed(known.slice(0, 1), '司法局', '310107', 'unit')).toBeNull()
    expect(unitNamed(known.slice(1), '司法局', '310107', 'department')?.id).toBe('310107-a-self')
  })

  it('is not chosen between two of the same name', () => {
    const units = 'unit_id,name,aliases,kind,parent\n130624-a,信访局,,unit,\n210400-b,信访局,,unit,\n'
    const codes = 'scheme,code,level,parent,valid_from,valid_to,name_zh,name_en,evidence\n'
    const two = parseRegistry({
      codes,
      regions: 'region_code,name,level,parent,status,former_names\n',
      units,
    }).units
    expect(unitNamed(two, '信访局', '')).toBeNull()
    expect(unitNamed(two, '信访局', '210400')?.id).toBe('210400-b')
  })
})

describe('a CSV text', () => {
  it('may quote fields with commas, quotes and line ends, and end its lines either way', () => {
    expect(parseCsv('a,b\r\n"1,2","say ""yes"""\r\n"x\ny",\n', ['a', 'b'])).toEqual([
      { a: '1,2', b: 'say "yes"' },
      { a: 'x\ny', b: '' },
    ])
  })

  it('without a wanted column, or with a line of another length, is refused', () => {
    expect(() => parseCsv('a,b\n1,2\n', ['a', 'c'])).toThrow('expected columns a, c, found a, b')
    expect(() => parseCsv('a,b\n1\n', ['a', 'b'])).toThrow('csv line 2: expected 2 fields, found 1')
  })
})
