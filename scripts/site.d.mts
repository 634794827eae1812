export const siteSources: readonly string[]
export function isCurrent(first: string, sources: readonly string[]): boolean
export function buildSite(): void
