export function runsOn(version: string, engines: string): boolean
