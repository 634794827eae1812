import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, chromiumPath } from './scripts/chromium.mjs'
import { engineWorker } from './scripts/engine-worker.mjs'
import { securityPolicy } from './scripts/security-policy.mjs'
import { browserCommands } from './tests/support/browser-commands.mjs'

export default defineConfig({
  base: './',
  plugins: [svelte(), securityPolicy(), engineWorker()],
  build: {
    target: ['chrome87', 'safari14', 'firefox83'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  server: { port: 5173 },
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/no-network.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            '@duckdb/duckdb-wasm',
            'apache-arrow',
            'axe-core',
            'cfb',
            'decimal.js',
            'fflate',
            'hyparquet',
            'parse5',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'saxes',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath() ?? '', args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
            commands: browserCommands,
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
