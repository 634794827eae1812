import { describe, expect, it } from 'vitest'
import { printedNames, regionNamedIn } from '../../../src/reference/region-names'
import { parseRegions } from '../../../src/reference/regions'
import { readRegistry } from '../../../scripts/registry'

const made = parseRegions(
  [
    'region_code,name,level,parent,status,former_names',
    '310000,上海市,province,,,',
    '310107,普陀区,county,310000,,',
    '330000,浙江省,province,,,',
    '330900,舟山市,prefecture,330000,,',
    '330903,普陀区,county,330900,,',
    '340000,安徽省,province,,,',
    '340400,淮南市,prefecture,340000,,',
    '340422,寿县,county,340400,,',
    '341500,六安市,prefecture,340000,,',
    '341521,寿县,county,341500,former,',
    '350000,福建省,province,,,',
    '350400,三明市,prefecture,350000,,',
    '350405,沙县区,county,350400,,',
    '350427,沙县,county,350400,former,',
    '370000,山东省,province,,,',
    '370100,济南市,prefecture,370000,,',
    '370103,市中区,county,370100,,',
    '370400,枣庄市,prefecture,370000,,',
    '370402,市中区,county,370400,,',
    '430000,湖南省,province,,,',
    '430700,常德市,prefecture,430000,,',
    '430723,澧县,county,430700,,',
    '430724,临澧县,county,430700,,',
    '422800,恩施土家族苗族自治州,prefecture,420000,,',
    '420000,湖北省,province,,,',
    '130000,河北省,province,,,',
    '130500,邢台市,prefecture,130000,,',
    '130503,信都区,county,130500,,桥西区',
    '622926,东乡族自治县,county,620000,,',
    '620000,甘肃省,province,,,',
    '150722,莫力达瓦达斡尔族自治旗,county,150000,,',
    '150000,内蒙古自治区,province,,,',
  ].join('\n'),
)
const codeIn = (text: string, around?: string) => regionNamedIn(made, text, around)?.code ?? null

describe('a place in the name of a unit', () => {
  it('is the narrowest one named', () => {
    const shipped = readRegistry().regions
    expect(regionNamedIn(shipped, '中共辽宁省抚顺市委抚顺市人民政府信访局')?.code).toBe('210400')
    expect(codeIn('上海市普陀区司法局')).toBe('310107')
    expect(codeIn('山东省济南市财政局')).toBe('370100')
    expect(codeIn('农业农村局')).toBeNull()
  })

  it('that shares its name with another is told by the place above it, named whole or short', () => {
    expect(codeIn('普陀区司法局')).toBeNull()
    expect(codeIn('浙江省舟山市普陀区司法局')).toBe('330903')
    expect(codeIn('舟山普陀区司法局')).toBe('330903')
    expect(codeIn('枣庄市市中区教育局')).toBe('370402')
  })

  it('is told by the places named elsewhere in the document, unless they leave two', () => {
    expect(codeIn('普陀区司法局', '2023年舟山市部门预算公开')).toBe('330903')
    expect(codeIn('普陀区司法局', '舟山市与上海市的合作')).toBeNull()
  })

  it('is the longest name that stands there, not one inside it', () => {
    expect(codeIn('临澧县人民政府')).toBe('430724')
    expect(codeIn('三明市沙县区教育局')).toBe('350405')
  })

  it('counts when its name is two characters or a mere sort only where nothing else can be meant', () => {
    expect(codeIn('中共沙县县委')).toBe('350427')
    expect(codeIn('某沙县办')).toBeNull()
    expect(codeIn('某市中区医院')).toBeNull()
  })

  it('has its present code where another of its province had the name before', () => {
    expect(codeIn('寿县教育局')).toBe('340422')
    expect(codeIn('六安市寿县教育局')).toBe('341521')
  })

  it('is known by former names, and by the short form of an autonomous one', () => {
    expect(codeIn('邢台市桥西区教育局')).toBe('130503')
    expect(codeIn('恩施州教育局')).toBe('422800')
    expect(codeIn('东乡县教育局')).toBe('622926')
    expect(made.filter(({ name }) => name.endsWith('旗')).flatMap(printedNames)).toContain('莫力达瓦旗')
  })

  it('is not a wider place when a narrower one follows that is not known; zones and communities are none', () => {
    expect(codeIn('河北省某某市财政局')).toBeNull()
    expect(codeIn('河北省某某县财政局')).toBeNull()
    expect(codeIn('河北省市场监督管理局')).toBe('130000')
    expect(codeIn('济南市高新技术开发区管委会')).toBe('370100')
    expect(codeIn('常德市城乡社区服务中心')).toBe('430700')
  })

  it('is not chosen between two that have nothing to do with each other', () => {
    expect(codeIn('浙江省人民政府驻上海市办事处')).toBeNull()
  })
})
