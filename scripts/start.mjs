#!/usr/bin/env node
// `npm start`: installs and builds when needed, then reads samples/ and shows the result.
import { makeReady } from './make-ready.mjs'

makeReady()
process.argv.splice(2, 0, 'read', 'samples')
await import('../dist/src/cli/main.js')
