import { namedIn } from './binding'
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
  if (!named || !hasAmount(named.bound)) return
  reading.bind(named.bound)
  reading.report('narrative.unit', 'a unit of money behind the number', quoted(site))
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
