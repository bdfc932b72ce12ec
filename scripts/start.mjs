#!/usr/bin/env node
// `npm start`: installs and builds when needed, reads samples/reports and shows the result in the terminal.
import { makeReady } from './make-ready.mjs'

makeReady()
const { showSamples } = await import('../dist/src/cli/show-samples.js')
process.exitCode = await showSamples()
