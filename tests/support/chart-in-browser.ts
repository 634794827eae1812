import axe from 'axe-core'
import { page } from 'vitest/browser'

/** Widths and themes in which charts must hold. */
export const settings = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
)

/** Sets the size of the page and its theme; the body takes a page's margins. */
export async function showIn({ width, theme }: { width: number; theme: 'light' | 'dark' }): Promise<void> {
  document.documentElement.dataset['theme'] = theme
  document.documentElement.lang = 'zh-CN'
  document.title = 'chart'
  document.body.className = 'page'
  await page.viewport(width, 900)
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** What axe finds wrong in an element: rule and target, one line each. */
export async function faultsOf(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Elements that hold text of their own and are drawn, with the text's size in px. */
export function textSizes(element: Element): { text: string; size: number }[] {
  return [...element.querySelectorAll('*')]
    .filter((each) =>
      [...each.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim()),
    )
    .filter((each) => each.getClientRects().length > 0)
    .map((each) => ({ text: each.textContent ?? '', size: parseFloat(getComputedStyle(each).fontSize) }))
}

/** Attributes that place and size shapes, in document order: what a change of words must leave as it was. */
export function geometryOf(element: Element): string[] {
  const names = [
    'x',
    'y',
    'x1',
    'x2',
    'y1',
    'y2',
    'width',
    'height',
    'cx',
    'cy',
    'r',
    'd',
    'transform',
    'points',
  ]
  return [...element.querySelectorAll('svg :is(rect, path, circle, line)')].map((shape) =>
    names.map((name) => `${name}=${shape.getAttribute(name)}`).join(' '),
  )
}

export interface MarkedAmount {
  what: string
  stage: string | null
  yuan: string
  basis: string | null
  low: string | null
  high: string | null
}

/** Amounts that elements carry as data-*, in document order. */
export function amountsOf(elements: Iterable<Element>): MarkedAmount[] {
  return [...elements].map((each) => ({
    what: [
      each.getAttribute('data-code') ?? each.getAttribute('data-item'),
      each.getAttribute('data-year'),
    ].join(' '),
    stage: each.getAttribute('data-stage'),
    yuan: each.getAttribute('data-yuan')!,
    basis: each.getAttribute('data-basis'),
    low: each.getAttribute('data-low'),
    high: each.getAttribute('data-high'),
  }))
}
