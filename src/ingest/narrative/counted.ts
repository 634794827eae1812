/** What a subject becomes when its figure is counted in something other than money, by the unit printed. */
const counted: Record<string, [unit: RegExp, subject: string][]> = {
  'three_public.abroad': [
    [/^(?:人次|人|名)$/u, 'abroad.people'],
    [/^(?:个|批次|批|次)$/u, 'abroad.groups'],
  ],
  'abroad.groups': [
    [/^(?:个|批次|批|次)$/u, 'abroad.groups'],
    [/^(?:人次|人|名)$/u, 'abroad.people'],
  ],
  'abroad.people': [[/^(?:人次|人|名|个)$/u, 'abroad.people']],
  'three_public.vehicle_purchase': [[/^(?:辆|台)$/u, 'vehicles.bought']],
  'vehicles.bought': [[/^(?:辆|台)$/u, 'vehicles.bought']],
  'vehicles.kept': [[/^(?:辆|台)$/u, 'vehicles.kept']],
  'evaluation.whole': [
    [/^(?:个|项|家|次)$/u, 'evaluation.whole.count'],
    [/^分$/u, 'evaluation.whole.score'],
  ],
  'evaluation.project': [
    [/^(?:个|项)$/u, 'evaluation.project.count'],
    [/^分$/u, 'evaluation.project.score'],
    [/元$/u, 'evaluation.project.amount'],
  ],
  'evaluation.target': [
    [/^(?:个|项)$/u, 'evaluation.target.count'],
    [/元$/u, 'evaluation.target.amount'],
  ],
  'evaluation.tracking': [
    [/^(?:个|项)$/u, 'evaluation.tracking.count'],
    [/元$/u, 'evaluation.tracking.amount'],
  ],
  'evaluation.problems': [[/^(?:个|项|条)$/u, 'evaluation.problems']],
  'evaluation.project.mean_score': [[/^分$/u, 'evaluation.project.mean_score']],
  'evaluation.coverage': [[/^%$/u, 'evaluation.coverage']],
  'equipment.bought': [[/^(?:台（套）|台\/套|台套|台|套|个)$/u, 'equipment.bought']],
  'assets.equipment': [[/^(?:台（套）|台\/套|台套|台|套|个)$/u, 'assets.equipment']],
  'assets.equipment_large': [[/^(?:台（套）|台\/套|台套|台|套|个)$/u, 'assets.equipment_large']],
}

for (const grade of ['excellent', 'good', 'pass', 'fail']) {
  counted[`evaluation.grade.${grade}`] = [[/^(?:个|项)$/u, `evaluation.grade.${grade}`]]
}

for (const [mentioned, kind] of [
  ['three_public.reception', 'reception'],
  ['reception.domestic', 'reception.domestic'],
  ['reception.foreign', 'reception.foreign'],
] as const) {
  counted[mentioned] = [
    [/^(?:批次|批|个|次)$/u, `${kind}.batches`],
    [/^(?:人次|人|名)$/u, `${kind}.people`],
  ]
}

/** The subject that a figure in this unit is about, or null when the unit does not fit the thing named. */
export function subjectInUnit(subject: string, unit: string): string | null {
  const listed = counted[subject]?.find(([pattern]) => pattern.test(unit))
  if (listed) return listed[1]
  if (/^(?:assets\.vehicles|vehicles\.bought)/u.test(subject))
    return /^(?:辆|台)$/u.test(unit) ? subject : null
  const isCount = /^(?:abroad|vehicles|equipment|evaluation|assets\.equipment)/u.test(subject)
  return !isCount && /^(?:亿元|万元|元)$/u.test(unit) ? subject : null
}
