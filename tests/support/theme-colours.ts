import { readFileSync } from 'node:fs'

const folder = new URL('../../src/theme/', import.meta.url)

/** Colours of the style sheets as written: by token, for day and night. */
export function themeColours(): Record<'day' | 'night', Record<string, string>> {
  const css = ['tokens.css', 'hues.css'].map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
  const colours = { day: {} as Record<string, string>, night: {} as Record<string, string> }
  const pairs = css.matchAll(/--([\w-]+): var\(--day, (#[0-9a-f]{6})\) var\(--night, (#[0-9a-f]{6})\);/g)
  for (const [, token, day, night] of pairs) {
    colours.day[token!] = day!
    colours.night[token!] = night!
  }
  const both = css.split("data-theme='contrast'")[0]! + (css.split('大字版')[1] ?? '')
  for (const [, token, colour] of both.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) {
    colours.day[token!] ??= colour!
    colours.night[token!] ??= colour!
  }
  return colours
}

/** The 高对比 theme: the day's colours with its own in their place. */
export function contrastColours(): Record<string, string> {
  const css = readFileSync(new URL('tokens.css', folder), 'utf8')
  const block = /:root\[data-theme='contrast'\] \{([^}]*)\}/.exec(css)?.[1] ?? ''
  return {
    ...themeColours().day,
    ...Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!])),
  }
}
