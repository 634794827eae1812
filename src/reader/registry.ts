import codes from '../../data/registry/codes.csv?url'
import regions from '../../data/registry/regions.csv?url'
import units from '../../data/registry/units.csv?url'
import { parseRegistry, type Registry } from '../reference/registry'

/** Fetches the registry, files of the site's own. @throws Error when one of them cannot be had */
export async function fetchRegistry(): Promise<Registry> {
  const [codesText, regionsText, unitsText] = await Promise.all([codes, regions, units].map(textAt))
  return parseRegistry({ codes: codesText!, regions: regionsText!, units: unitsText! })
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: expected a file, found HTTP ${response.status}`)
  return response.text()
}
