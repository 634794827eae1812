/** Column types of the snapshot: `fen` is integer 分 (BIGINT); no column is floating. */
export type ColumnType = 'text' | 'integer' | 'fen' | 'boolean'

/** A column of a snapshot table. */
export interface Column {
  name: string
  type: ColumnType
  nullable: boolean
}

const text = <N extends string>(name: N) => ({ name, type: 'text', nullable: false }) as const
const textOrNull = <N extends string>(name: N) => ({ name, type: 'text', nullable: true }) as const
const integer = <N extends string>(name: N) => ({ name, type: 'integer', nullable: false }) as const
const integerOrNull = <N extends string>(name: N) => ({ name, type: 'integer', nullable: true }) as const
const fenOrNull = <N extends string>(name: N) => ({ name, type: 'fen', nullable: true }) as const
const flag = <N extends string>(name: N) => ({ name, type: 'boolean', nullable: false }) as const

/** The tables of a snapshot (contract, section 3), columns in file order. */
export const schema = {
  /** A disclosure. */
  documents: [
    text('document_id'),
    integer('revision'),
    textOrNull('region_code'),
    text('unit_id'),
    textOrNull('unit_code'),
    text('unit_name'),
    text('unit_kind'),
    integer('fiscal_year'),
    text('stage'),
    text('title'),
    text('declared_unit'),
  ],
  /** A published file. */
  sources: [
    text('document_id'),
    integer('source_no'),
    text('file'),
    text('sha256'),
    integer('bytes'),
    text('media_type'),
    text('reader'),
    textOrNull('url'),
    textOrNull('published_on'),
  ],
  /** A table as published. */
  tables: [
    text('document_id'),
    integer('table_no'),
    integer('source_no'),
    text('form'),
    text('title'),
    textOrNull('form_code'),
    textOrNull('unit'),
    flag('empty'),
    textOrNull('empty_note'),
    text('fund_scope'),
    text('budget_basis'),
    integerOrNull('page'),
    integer('row_count'),
    integer('col_count'),
  ],
  /** An amount or quantity cell. */
  cells: [
    text('document_id'),
    integer('table_no'),
    integer('row_no'),
    integer('col_no'),
    text('form'),
    textOrNull('scheme'),
    textOrNull('code'),
    textOrNull('code_basis'),
    textOrNull('parent_code'),
    integerOrNull('level'),
    text('name'),
    textOrNull('item'),
    textOrNull('measure'),
    textOrNull('fund'),
    integer('amount_year'),
    text('amount_stage'),
    fenOrNull('amount_fen'),
    fenOrNull('step_fen'),
    textOrNull('quantity'),
    text('printed'),
    textOrNull('unit'),
    text('state'),
    integerOrNull('page'),
    text('locator'),
  ],
  /** A figure in prose, or derived. */
  facts: [
    text('document_id'),
    integer('fact_no'),
    integer('source_no'),
    integer('fiscal_year'),
    text('stage'),
    text('basis'),
    text('key'),
    text('subject'),
    text('label'),
    textOrNull('base'),
    textOrNull('scheme'),
    textOrNull('code'),
    textOrNull('measure'),
    fenOrNull('amount_fen'),
    fenOrNull('step_fen'),
    fenOrNull('low_fen'),
    fenOrNull('high_fen'),
    textOrNull('number'),
    text('unit'),
    textOrNull('formula'),
    textOrNull('inputs'),
    text('printed'),
    text('quote'),
    text('locator'),
  ],
  /** Words that rules and pages need. */
  statements: [
    text('document_id'),
    integer('statement_no'),
    text('kind'),
    textOrNull('subject'),
    integerOrNull('year'),
    text('words'),
    textOrNull('items'),
    integer('source_no'),
    text('locator'),
  ],
  /** What a performance form is about: a project, the whole unit, or a task of it. */
  projects: [
    text('document_id'),
    integer('project_no'),
    integer('source_no'),
    integer('table_no'),
    text('kind'),
    text('states'),
    textOrNull('project_code'),
    textOrNull('project_name'),
    fenOrNull('budget_fen'),
    text('budget_basis'),
    textOrNull('budget_printed'),
    fenOrNull('initial_fen'),
    fenOrNull('executed_fen'),
    textOrNull('executed_printed'),
    textOrNull('unit'),
    textOrNull('rate'),
    textOrNull('rate_printed'),
    textOrNull('rate_weight'),
    textOrNull('rate_score'),
    textOrNull('indicator_score'),
    textOrNull('deduction'),
    textOrNull('score'),
    textOrNull('parts'),
    textOrNull('plan'),
    text('locator'),
  ],
  /** A performance indicator, with its target and what came of it. */
  indicators: [
    text('document_id'),
    integer('indicator_no'),
    integer('source_no'),
    integerOrNull('table_no'),
    integerOrNull('project_no'),
    textOrNull('level1'),
    textOrNull('level2'),
    textOrNull('level3'),
    textOrNull('labels'),
    textOrNull('description'),
    textOrNull('basis'),
    textOrNull('operator'),
    textOrNull('target'),
    textOrNull('target_printed'),
    textOrNull('unit'),
    textOrNull('actual'),
    textOrNull('completion'),
    textOrNull('weight'),
    textOrNull('score'),
    textOrNull('reason'),
    textOrNull('measure'),
    text('locator'),
  ],
  /** One result of one rule on one identity. */
  findings: [
    text('document_id'),
    integer('finding_no'),
    text('rule_id'),
    text('outcome'),
    textOrNull('kind'),
    integerOrNull('cause'),
    text('severity'),
    text('unit'),
    textOrNull('left'),
    textOrNull('right'),
    textOrNull('difference'),
    textOrNull('tolerance'),
    integer('nontrivial'),
    textOrNull('reading'),
    text('message'),
  ],
  /** A figure a finding rests on. */
  operands: [
    text('document_id'),
    integer('finding_no'),
    integer('operand_no'),
    text('side'),
    integer('sign'),
    text('source_document_id'),
    integerOrNull('table_no'),
    integerOrNull('row_no'),
    integerOrNull('col_no'),
    integerOrNull('fact_no'),
    text('printed'),
  ],
  /** A code in an edition of its scheme. */
  codes: [
    text('scheme'),
    text('code'),
    integer('valid_from'),
    integerOrNull('valid_to'),
    textOrNull('parent_code'),
    integer('level'),
    text('name_zh'),
    textOrNull('name_en'),
  ],
  /** A place (GB/T 2260). */
  regions: [text('region_code'), text('name'), text('level'), textOrNull('parent')],
  /** A budget unit. */
  units: [text('unit_id'), text('name'), text('aliases'), text('kind'), textOrNull('parent')],
} as const satisfies Record<string, readonly Column[]>

export type TableName = keyof typeof schema
export const tableNames = Object.keys(schema) as TableName[]

type ValueOf<C extends Column> = C['type'] extends 'text'
  ? string
  : C['type'] extends 'integer'
    ? number
    : C['type'] extends 'fen'
      ? bigint
      : boolean

/** A row of a snapshot table, by column name. */
export type SnapshotRow<T extends TableName> = {
  [C in (typeof schema)[T][number] as C['name']]: C['nullable'] extends true ? ValueOf<C> | null : ValueOf<C>
}

/** All rows of a snapshot, by table. */
export type Snapshot = { [T in TableName]: SnapshotRow<T>[] }

/** Tables that hang on a document, and units: what the reader's own files bring; codes and places are those of the snapshot. */
export const importedTables = tableNames.filter(
  (name): name is Exclude<TableName, 'codes' | 'regions'> => name !== 'codes' && name !== 'regions',
)

/** Rows of the reader's own files; of units those that the snapshot does not know. */
export type ImportedRows = Pick<Snapshot, (typeof importedTables)[number]>

/** SQL type of each column type. */
export const sqlType: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  fen: 'BIGINT',
  boolean: 'BOOLEAN',
}

/** CREATE TABLE of a snapshot table, for the doors that make their tables by SQL. */
export function createTable(name: TableName): string {
  const columns = schema[name].map((c) => `"${c.name}" ${sqlType[c.type]}${c.nullable ? '' : ' NOT NULL'}`)
  return `CREATE TABLE "${name}" (${columns.join(', ')})`
}
