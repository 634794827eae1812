// Goes before a command: writes what its process took to the file that RUN_COST_FILE names, as JSON: the most memory that it
// ever held in MB, and the seconds that it worked, which do not depend on what else a machine does.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.RUN_COST_FILE
if (isMainThread && file) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const cost = { megabytes: Math.ceil(maxRSS / 1024), working: (userCPUTime + systemCPUTime) / 1e6 }
    writeFileSync(file, JSON.stringify(cost))
  })
}
