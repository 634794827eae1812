import type { Plugin } from 'vite'

export function engineWorker(): Plugin
