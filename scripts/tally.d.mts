interface TestFile {
  status: string
  assertionResults: { ancestorTitles: string[]; title: string; status: string }[]
}

export function tallyOf(
  report: { testResults: TestFile[] },
  publishedAreHere: boolean,
): { passed: number; failed: number; said: string[] }
