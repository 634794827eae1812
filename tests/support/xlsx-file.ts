import { zipFile } from './zip-file'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const spreadsheetDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const drawingMain = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** Number formats of the styles that follow the plain and the ruled one (styles 0 and 1): style 2 is the first of them. */
export interface XlsxContent {
  /** Sheets by name: what stands in the sheet's part, e.g. `<sheetData>…</sheetData>`. */
  sheets: Record<string, string>
  hidden?: string[]
  formats?: string[]
  /** Shared strings: the content of each `<si>`. */
  strings?: string[]
  date1904?: boolean
  /** What lies over the cells of the first sheet: the content of its drawing. */
  drawing?: string
}

/** A workbook; style 0 is plain, 1 ruled on all sides, 2… ruled with the given number formats. */
export function xlsxFile({
  sheets,
  hidden = [],
  formats = [],
  strings = [],
  date1904 = false,
  drawing,
}: XlsxContent): Uint8Array {
  const names = Object.keys(sheets)
  const parts = Object.values(sheets).map((content, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet xmlns="${main}">${content}</worksheet>`,
  ])
  const list = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  )
  const targets = [
    ...parts.map(([name]) => ['worksheet', name.slice(3)]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]
  return zipFile({
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(targets),
    'xl/styles.xml': styles(formats),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((content) => `<si>${content}</si>`).join('')}</sst>`,
    ...Object.fromEntries(parts),
    ...(drawing === undefined
      ? {}
      : {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([['drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': `<d:wsDr xmlns:d="${spreadsheetDrawing}" xmlns:a="${drawingMain}">${drawing}</d:wsDr>`,
        }),
  })
}

function relationships(targets: string[][]): string {
  const list = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

function styles(formats: string[]): string {
  const side = (name: string): string => `<${name} style="thin"/>`
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<styleSheet xmlns="${main}">
    <numFmts>${formats.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escape(format)}"/>`).join('')}</numFmts>
    <borders><border><left/><right/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders>
    <cellStyleXfs><xf numFmtId="9" borderId="1"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>
    ${formats.map((_, index) => `<xf numFmtId="${200 + index}" borderId="1"/>`).join('')}</cellXfs>
    <dxfs><dxf><numFmt numFmtId="200" formatCode="0"/><border><left style="thin"/></border></dxf></dxfs></styleSheet>`
}

/** Rows of inline words and numbers from A1 on; a number of a row is written as one, '' is an empty cell, null none. */
export function sheetData(
  rows: (string | number | null)[][],
  style: number | ((row: number) => number) = 0,
): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const list = rows.map((row, index) => {
    const s = typeof style === 'number' ? style : style(index)
    const cells = row.map((value, col) => {
      const r = `${letters[col]}${index + 1}`
      if (value === null) return ''
      if (value === '') return `<c r="${r}" s="${s}"/>`
      return typeof value === 'number'
        ? `<c r="${r}" s="${s}"><v>${value}</v></c>`
        : `<c r="${r}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
    })
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `<sheetData>${list.join('')}</sheetData>`
}

export function merged(...areas: string[]): string {
  return `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
}
