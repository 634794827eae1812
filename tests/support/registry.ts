import { readFileSync } from 'node:fs'
import { parseRegistry, type Registry } from '../../src/reference/registry'

/** The project's own registry, as shipped. */
export function shippedRegistry(): Registry {
  const text = (name: string) =>
    readFileSync(new URL(`../../data/registry/${name}.csv`, import.meta.url), 'utf8')
  return parseRegistry({ codes: text('codes'), regions: text('regions'), units: text('units') })
}

/** A small registry: two editions of one code, two places, one unit. */
export const smallRegistry: Registry = parseRegistry({
  codes: [
    'scheme,code,level,parent,valid_from,valid_to,name_zh,name_en,evidence',
    'function,208,1,,,,社会保障和就业支出,Social security,published',
    'function,20805,2,208,,2019,行政事业单位离退休,,published',
    'function,20805,2,208,2020,,行政事业单位养老支出,,published',
    'function,2080501,3,20805,,,行政单位离退休,,published',
    'function,2080504,3,20805,,2019,未归口管理的行政单位离退休,,published',
  ].join('\n'),
  regions: 'region_code,name,level,parent\n990000,某省,province,\n990100,某市,prefecture,990000',
  units: 'unit_id,name,aliases,kind,parent\n990100-petition,某市信访局,中共某市委信访局|某市信访办,unit,',
})
