#!/usr/bin/env node
// Runs the quality suites: `npm run quality [-- --suite NAME --data PATH --errors]`.
import { makeReady } from './make-ready.mjs'

makeReady()
await import('../dist/quality/run.js')
