/** What a document states: 预算 before the year, 决算 after it. */
export type Stage = 'budget' | 'final'

/** What a column states: 预算数, 调整预算数 (全年预算数), 决算数. */
export type AmountStage = Stage | 'adjusted'

/** 部门 (with its subordinate units) or 单位 (本级 or one unit). */
export type UnitKind = 'department' | 'unit'

/** Whose money a figure counts: all money, 财政拨款, or one of its three funds (一般公共预算, 政府性基金, 国有资本经营). */
export type Fund =
  'all' | 'fiscal' | 'general' | 'gov_fund' | 'state_capital' | 'special_account' | 'unit_funds'

/** Code schemes (科目): 支出功能分类, 部门预算支出经济分类, 政府预算支出经济分类, 收入来源, 三公, 资产, 采购. */
export type Scheme =
  | 'function'
  | 'economic_department'
  | 'economic_government'
  | 'income'
  | 'three_public'
  | 'asset'
  | 'procurement'

/** Column ids (what a column counts), in the words of the table catalogue. */
export type Measure =
  | 'total'
  | 'basic'
  | 'project'
  | 'operating'
  | 'remit_up'
  | 'subsidy'
  | 'reserve'
  | 'personnel'
  | 'public'
  | 'current_subtotal'
  | 'fiscal'
  | 'special_account'
  | 'business'
  | 'upper'
  | 'affiliated'
  | 'other'
  | 'carry_in'
  | 'carry_out'
  | 'opening'
  | 'income'
  | 'spend'
  | 'closing'
  | 'goods'
  | 'works'
  | 'services'
  | 'quantity'
  | 'price'

/**
 * Row ids where a row is not a code: sums, sources of income, natures of expenditure, 三公 items, feet of 基本支出, sorts of
 * procurement. `unit_funds` is 单位资金 or 其他资金 as a whole; `general_grant` 公共财政拨款（补助）资金 and `special_income`
 * 专项收入 are parts of `general`; `meetings_total` the sum of 三公经费, 会议费 and 培训费.
 */
export type Item =
  | 'total'
  | 'income_current'
  | 'income_grand'
  | 'exp_current'
  | 'exp_grand'
  | 'carry_in'
  | 'carry_out'
  | 'opening'
  | 'closing'
  | 'use_nonfiscal'
  | 'surplus_alloc'
  | 'general'
  | 'gov_fund'
  | 'state_capital'
  | 'fiscal'
  | 'special_account'
  | 'unit_funds'
  | 'general_grant'
  | 'special_income'
  | 'education_fees'
  | 'other_non_tax'
  | 'debt'
  | 'business'
  | 'operating'
  | 'upper'
  | 'affiliated'
  | 'other'
  | 'carry_in_general'
  | 'carry_in_gov_fund'
  | 'carry_in_state_capital'
  | 'abroad'
  | 'vehicle'
  | 'vehicle_purchase'
  | 'vehicle_running'
  | 'reception'
  | 'conference'
  | 'training'
  | 'meetings_total'
  | 'operating_cost'
  | 'basic'
  | 'project'
  | 'reserve'
  | 'remit_up'
  | 'subsidy'
  | 'personnel'
  | 'public'
  | 'goods'
  | 'works'
  | 'services'
  | 'assets_total'
  | 'buildings'
  | 'office_space'
  | 'vehicles'
  | 'equipment'
  | 'other_assets'

/** Ids of the published tables (公开表), budget and final; `unknown` is kept and shown, never guessed. */
export const forms = [
  'budget.balance',
  'budget.income_total',
  'budget.expenditure_total',
  'budget.fiscal_balance',
  'budget.fiscal_expenditure',
  'budget.fiscal_basic',
  'budget.general_expenditure',
  'budget.general_basic',
  'budget.gov_fund',
  'budget.state_capital',
  'budget.three_public',
  'budget.operating_cost',
  'budget.procurement',
  'budget.project_target',
  'budget.assets',
  'budget.organisation',
  'final.balance',
  'final.income',
  'final.expenditure',
  'final.fiscal_balance',
  'final.fiscal_expenditure',
  'final.fiscal_basic',
  'final.general_expenditure',
  'final.general_basic',
  'final.three_public',
  'final.gov_fund',
  'final.state_capital',
  'final.overall_evaluation',
  'final.project_evaluation',
  'unknown',
] as const
export type Form = (typeof forms)[number]

/** What a cell holds: a figure, a printed zero, 未填, 空表列示, 未能提取. An amount is null in all but the first two. */
export type CellState = 'value' | 'zero' | 'blank' | 'declared_empty' | 'unreadable'

/** Result of a rule on one identity (勾稽): 相符, 尾差, 不符, 提示, 不适用, 无法核对. */
export type Outcome = 'ok' | 'tail' | 'violation' | 'note' | 'not-applicable' | 'undecidable'

/** Why a violation is one of a known sort: 口径, 错行, 单位, 缺, 重复, 年度. */
export type FindingKind = 'scope' | 'shift' | 'unit-slip' | 'missing' | 'repeat' | 'year'

/** error: the document contradicts itself; warn: likely wrong or unexplained; info: worth showing. */
export type Severity = 'error' | 'warn' | 'info'
