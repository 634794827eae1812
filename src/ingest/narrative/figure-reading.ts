import { isBare, namedIn } from './binding'
import { hasAmount, readChange, readRate } from './change'
import { leadOf } from './lead'
import { readLevel } from './level'
import type { Reading } from './reading'
import type { Site } from './site'
import { quoted } from './site'

/** An amount of something named that is printed without its unit is told to nobody as a figure. */
function reportUnitless(reading: Reading, site: Site): void {
  const lead = leadOf(site.lead, '万元')
  const named = namedIn(reading, lead.before, site.offset, site.names)
  const bound = named?.bound ?? (lead.kind === 'change' && isBare(lead.before) ? reading.last : null)
  if (!bound || !hasAmount(bound)) return
  if (named) reading.bind(bound)
  reading.report('narrative.unit', 'a unit behind the number', quoted(site))
}

/** Reads one figure: what it is about and what it says, or nothing when the words leave that open. */
export function readFigure(reading: Reading, site: Site): void {
  const { figure } = site
  if (/百分点$/u.test(figure.unit)) return
  if (figure.unit === '' && /[1-9]/u.test(figure.printed)) {
    reportUnitless(reading, site)
    return
  }
  const lead = leadOf(site.lead, figure.unit)
  if (lead.kind === 'level') readLevel(reading, site)
  else if (lead.kind === 'change') readChange(reading, site, lead.before, lead.sign)
  else readRate(reading, site, lead)
}
