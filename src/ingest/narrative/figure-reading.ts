import { readChange, readRate } from './change'
import { leadOf } from './lead'
import { readLevel } from './level'
import type { Reading } from './reading'
import type { Site } from './site'

/** Reads one figure: what it is about and what it says, or nothing when the words leave that open. */
export function readFigure(reading: Reading, site: Site): void {
  const { figure } = site
  if (/百分点$/u.test(figure.unit)) return
  const lead = leadOf(site.lead, figure.unit)
  if (lead.kind === 'level') readLevel(reading, site)
  else if (lead.kind === 'change') readChange(reading, site, lead.before, lead.sign)
  else readRate(reading, site, lead)
}
