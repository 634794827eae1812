import type { Bound } from './reading'

const projects = '(?:[一二三]级|重点|专项|部门|财政|预算)?项目(?:支出)?'
const done = '(?:实行|实施|开展|进行|编报|填报|申报|编制|设置|设定|纳入|组织)了?'

/** Things that are named behind their number: 共5个项目实行绩效目标管理. */
const behind: [pattern: RegExp, bound: Bound][] = [
  [
    new RegExp(`^${projects}(?:均|全部)?${done}[^，]{0,6}绩效目标(?:管理)?`, 'u'),
    { subject: 'evaluation.target', label: '编报绩效目标项目' },
  ],
  [
    new RegExp(`^${projects}(?:均|全部)?${done}[^，]{0,6}绩效(?:自评|自我评价)`, 'u'),
    { subject: 'evaluation.project', label: '绩效自评项目' },
  ],
]

/** What a count is of, when its thing stands behind it; null when the words there name none. */
export function countedBehind(unit: string, rest: string): Bound | null {
  if (!/^[个项]$/u.test(unit)) return null
  return behind.find(([pattern]) => pattern.test(rest))?.[1] ?? null
}
