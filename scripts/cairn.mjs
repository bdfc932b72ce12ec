#!/usr/bin/env node
// Runs the command line from a checkout: `npm run -s cairn -- ARGS`.
import { makeReady } from './make-ready.mjs'

makeReady()
await import('../dist/src/cli/main.js')
