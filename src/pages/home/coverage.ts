import type { Stage } from '../../model/vocabulary'
import type { HeldDocument } from '../../stores/catalog.svelte'

/** Which units, years and stages are here. */
export interface Coverage {
  /** Ascending, without holes left out: a missing year between two is shown as missing. */
  years: number[]
  units: { id: string; name: string; years: Map<number, Stage[]> }[]
}

/** Counts a catalog out into units and years; units by place and name, budget before final. */
export function coverageOf(documents: HeldDocument[]): Coverage {
  const years = documents.map((d) => d.fiscal_year)
  const first = Math.min(...years)
  const span = years.length === 0 ? 0 : Math.max(...years) - first + 1
  const units = new Map<string, Coverage['units'][number]>()
  for (const document of documents) {
    const unit = units.get(document.unit_id) ?? {
      id: document.unit_id,
      name: document.unit_name,
      years: new Map<number, Stage[]>(),
    }
    const stages = unit.years.get(document.fiscal_year) ?? []
    unit.years.set(document.fiscal_year, [...new Set([...stages, document.stage])].sort())
    units.set(document.unit_id, unit)
  }
  return {
    years: Array.from({ length: span }, (_, i) => first + i),
    units: [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
