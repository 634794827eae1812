import { describe, expect, it } from 'vitest'
import { parseCodes } from '../../../src/reference/codes'
import { parseRegions } from '../../../src/reference/regions'
import { parseUnits } from '../../../src/reference/units'

const codes = 'scheme,code,level,parent,valid_from,valid_to,name_zh,name_en,evidence\n'
const regions = 'region_code,name,level,parent,status\n'
const units = 'unit_id,name,aliases,kind,parent\n'

describe('a row of a registry that is not what its columns hold is refused: it', () => {
  it.each([
    [
      'functional,201,1,,,,某,,',
      'scheme of 201: expected function, economic_department, economic_government, found "functional"',
    ],
    ['function,2010,1,,,,某,,', 'code: expected 3, 5 or 7 digits, found "2010"'],
    ['function,201,类,,,,某,,', 'level of 201: expected 1, 2, 3, found "类"'],
    [
      'function,201,1,,20.5,,某,,',
      'valid_from of 201: expected a year of four digits or nothing, found "20.5"',
    ],
    ['function,201,1,,,now,某,,', 'valid_to of 201: expected a year of four digits or nothing, found "now"'],
    ['function,201,1,,2020,2019,某,,', 'valid_to of 201: expected 2020 or later, found "2019"'],
    ['function,201,1,,,,,,', 'name_zh of 201: expected a name, found ""'],
  ])('has the code %s', (row, message) => {
    expect(() => parseCodes(`${codes}${row}\n`)).toThrow(new Error(message))
  })

  it.each([
    ['9901,某市,prefecture,,', 'region_code: expected six digits, found "9901"'],
    ['990100,某市,city,,', 'level of 990100: expected province, prefecture, county, found "city"'],
    ['990100,某市,prefecture,99,', 'parent of 990100: expected six digits or nothing, found "99"'],
    ['990100,某市,prefecture,,gone', 'status of 990100: expected former, current, , found "gone"'],
    [
      '990100,某市,prefecture,990100,',
      'parent of 990100: expected a place above a prefecture, found "990100"',
    ],
  ])('has the place %s', (row, message) => {
    expect(() => parseRegions(`${regions}${row}\n`)).toThrow(new Error(message))
  })

  const id = 'six digits, a hyphen and a short name of small letters, digits and hyphens'
  it.each([
    ['../../x,某局,,unit,', `unit_id: expected ${id}, found "../../x"`],
    ['990100-某局,某局,,unit,', `unit_id: expected ${id}, found "990100-某局"`],
    ['990100-x,某局,,bureau,', 'kind of 990100-x: expected department, unit, found "bureau"'],
    ['990100-x,,,unit,', 'name of 990100-x: expected a name, found ""'],
    ['990100-x,某局,,unit,y', `parent of 990100-x: expected ${id}, found "y"`],
    ['990100-x,某局,,unit,\n990100-x,某局,,unit,', 'unit_id: expected each once, found "990100-x"'],
  ])('has the unit %s', (row, message) => {
    expect(() => parseUnits(`${units}${row}\n`)).toThrow(new Error(message))
  })
})
