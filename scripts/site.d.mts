export function buildSite(): void
