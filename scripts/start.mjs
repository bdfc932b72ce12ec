#!/usr/bin/env node
// `npm start`: installs and builds when needed, takes samples/ into a workspace (samples-workspace/, or --workspace FOLDER)
// from a site that it serves itself, and shows the result in the terminal.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { makeReady } from './make-ready.mjs'

const { values } = parseArgs({ options: { workspace: { type: 'string' } } })
const folder = resolve(values.workspace ?? resolve(import.meta.dirname, '..', 'samples-workspace'))
makeReady()
const { showSamples } = await import('../dist/src/cli/show-samples.js')
process.exitCode = await showSamples(folder)
