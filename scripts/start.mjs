// npm start: builds if needed and serves the application with the shipped snapshot.
import { installPackages } from './packages.mjs'
import { buildSite } from './site.mjs'

const port = Number(process.env.PORT ?? 4173)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT: expected a number from 0 to 65535: found ${JSON.stringify(process.env.PORT)}`)
  process.exit(2)
}
installPackages()
buildSite()
const { serve } = await import('./serve.mjs')
try {
  const site = await serve('dist', port)
  console.log(`明账 http://localhost:${site.port}`)
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(
    `port ${port}: expected it to be free: another program is using it; set PORT to another number`,
  )
  process.exit(2)
}
