// npm start: builds if needed and serves the application with the shipped snapshot.
import { installPackages } from './packages.mjs'
import { buildSite } from './site.mjs'

function refuse(line) {
  console.error(line)
  process.exit(2)
}

const port = Number(process.env.PORT || 4173)
if (!Number.isInteger(port) || port < 0 || port > 65535)
  refuse(`PORT: expected a number from 0 to 65535: found ${JSON.stringify(process.env.PORT)}`)
installPackages()
try {
  buildSite()
} catch (fault) {
  refuse(fault.message)
}
const { serve } = await import('./serve.mjs')
try {
  const site = await serve('dist', port)
  console.log(`明账 http://localhost:${site.port}`)
} catch (fault) {
  if (fault.code !== 'EADDRINUSE') throw fault
  refuse(`port ${port}: expected it to be free: another program is using it; set PORT to another number`)
}
