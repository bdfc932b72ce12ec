#!/usr/bin/env node
// Measures what a reading costs and writes docs/performance.md: `npm run bench [-- --quick]`.
import { makeReady } from './make-ready.mjs'

makeReady()
await import('../dist/bench/run.js')
