import type { CodeTable } from './codes'
import { parseCodes } from './codes'
import type { Region } from './regions'
import { parseRegions } from './regions'
import type { Unit } from './units'
import { parseUnits } from './units'

/** The names that documents are resolved against: codes by edition, places, units. */
export interface Registry {
  codes: CodeTable
  regions: readonly Region[]
  units: readonly Unit[]
}

/** @param files the texts of data/registry/{codes,regions,units}.csv */
export function parseRegistry(files: { codes: string; regions: string; units: string }): Registry {
  return {
    codes: parseCodes(files.codes),
    regions: parseRegions(files.regions),
    units: parseUnits(files.units),
  }
}
