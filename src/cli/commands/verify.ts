import { readFileSync } from 'node:fs'

import { checkPackedBundle } from '../../adapters/custody/bundle/pack-bundle.ts'
import { CairnError } from '../../model/error.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { openEvidence } from '../../workspace/open-evidence.ts'
import { verifyWorkspace, type VerifyFault } from '../../workspace/verify.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { VerifyBundleOptions, VerifyOptions } from '../program/add-evidence-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { findScreen, paint } from '../terminal/screen.ts'
import { wrapText } from '../terminal/wrap-text.ts'
import { writerTo } from '../write-out.ts'

const SIGNS = { passed: 'ok    ', failed: 'FAILED', absent: '-     ' } as const

/** `cairn verify BUNDLE`: checks a proof without any workspace. */
export async function runVerifyBundle(path: string, options: VerifyBundleOptions): Promise<ExitCode> {
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const checks = await checkPackedBundle(readBundle(path), options.key ?? null)
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  if (options.json === true) {
    await write(
      `${JSON.stringify({ schema: 'cairn/proof-check@1', bundle: path, passed: failed.length === 0, checks }, null, 2)}\n`,
    )
  } else if (options.jsonl === true) {
    await write(checks.map((check) => `${JSON.stringify(check)}\n`).join(''))
  } else {
    const lines = checks.flatMap(({ what, outcome, file, message }) => {
      const where = file === '' ? what : `${what} (${file})`
      return wrapText(cleanText(`${where}: ${message}`), screen.width - 8).map(
        (line, i) => `${i === 0 ? SIGNS[outcome] : '      '}  ${line}`,
      )
    })
    const summary =
      failed.length === 0
        ? 'The proof holds. It shows that these bytes were in the log of that key; not who holds the key, and not that the report is true.'
        : `The proof does not hold: ${failed.length === 1 ? '1 check' : `${failed.length} checks`} failed.`
    await write(
      `${[...lines, ...wrapText(summary, screen.width).map((line) => paint(screen, ['bold'], line))].join('\n')}\n`,
    )
  }
  return failed.length === 0 ? EXIT.ok : EXIT.damaged
}

function readBundle(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new CairnError(
      'bad-usage',
      `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    )
  }
}

/** Lines that wait to be written together. */
const LINES_AT_ONCE = 500

/** `cairn verify`: proves the workspace again, capture by capture. */
export async function runVerify(options: VerifyOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const evidence = await openEvidence(folder)
  const write = writerTo(process.stdout)
  const screen = findScreen(process.stdout, process.env)
  const isJson = options.json === true
  const isLines = options.jsonl === true
  const faults: VerifyFault[] = []
  const lines: string[] = []
  const say = (value: object): void => {
    if (isLines) lines.push(JSON.stringify(value))
  }
  const tell = (fault: VerifyFault): void => {
    faults.push(fault)
    say({ schema: 'cairn/fault@1', ...fault })
    if (isJson || isLines) return
    lines.push(...wrapText(cleanText(`${fault.part}: ${fault.message} [${fault.reason}]`), screen.width))
  }
  try {
    for (const fault of evidence.unopened) tell(fault)
    const { captures, entries } = await verifyWorkspace(evidence, {
      fault: tell,
      async capture(answer) {
        say({ schema: 'cairn/verified@1', ...answer })
        if (answer.fault !== null) tell(answer.fault)
        if (!isJson && lines.length >= LINES_AT_ONCE) await write(`${lines.splice(0).join('\n')}\n`)
      },
    })
    if (isJson) {
      const report = { schema: 'cairn/verification@1', folder, captures, entries, faults }
      await write(`${JSON.stringify(report, null, 2)}\n`)
    } else if (lines.length > 0) await write(`${lines.join('\n')}\n`)
    if (!isJson && !isLines) {
      const summary =
        faults.length === 0
          ? `All is as it was: ${captures} captures and ${entries} log entries, hashed again and found unchanged.`
          : `${faults.length === 1 ? '1 fault' : `${faults.length} faults`} in ${captures} captures and ${entries} log entries.`
      await write(`${paint(screen, ['bold'], summary)}\n`)
      if (faults.length === 0)
        await write(
          `${wrapText('This shows that nothing was changed since it was logged; not since when, to anybody but you, unless a checkpoint was published or timestamped outside (docs/custody.md).', screen.width).join('\n')}\n`,
        )
    }
    return faults.length === 0 ? EXIT.ok : EXIT.damaged
  } finally {
    await evidence.close()
  }
}
