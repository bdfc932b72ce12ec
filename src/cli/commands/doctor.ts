import { CairnError } from '../../model/error.ts'
import { PRODUCER } from '../../pipeline.ts'
import { examineFolder, examineWorkspace, type Finding } from '../../workspace/doctor.ts'
import { locateWorkspace } from '../../workspace/locate-workspace.ts'
import { producerName } from '../../workspace/settings.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { DoctorOptions } from '../program/add-upkeep-commands.ts'
import { cleanText } from '../terminal/clean-text.ts'
import { findScreen, paint } from '../terminal/screen.ts'
import { wrapText } from '../terminal/wrap-text.ts'
import { openForReading } from './open-workspace.ts'

const SIGNS = { ok: 'ok     ', warning: 'warning', fault: 'FAULT  ' } as const

/** `cairn doctor`: looks for what is wrong and says how to mend it. */
export async function runDoctor(options: DoctorOptions): Promise<ExitCode> {
  const folder = locateWorkspace(options.workspace ?? null, process.env)
  const findings = examineFolder(folder, process.versions.node)
  if (!findings.some(({ level }) => level === 'fault')) findings.push(...(await examineOpened(options)))
  if (options.json === true) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  else process.stdout.write(`${showFindings(folder, findings).join('\n')}\n`)
  return findings.some(({ level }) => level === 'fault') ? EXIT.damaged : EXIT.ok
}

async function examineOpened(options: DoctorOptions): Promise<readonly Finding[]> {
  try {
    const workspace = await openForReading(options)
    try {
      return await examineWorkspace(workspace, producerName(PRODUCER))
    } finally {
      await workspace.close()
    }
  } catch (error) {
    if (!(error instanceof CairnError)) throw error
    const advice = '"cairn verify" names every fault; "cairn rebuild" makes the database again.'
    return [{ check: 'open', level: 'fault', message: error.message, advice }]
  }
}

function showFindings(folder: string, findings: readonly Finding[]): string[] {
  const screen = findScreen(process.stdout, process.env)
  return [
    paint(screen, ['bold'], cleanText(folder)),
    ...findings.flatMap(({ level, message, advice }) =>
      wrapText(cleanText(`${message}${advice === null ? '' : ` → ${advice}`}`), screen.width - 9).map((line, i) => {
        const sign = i === 0 ? SIGNS[level] : '       '
        return `${level === 'ok' ? sign : paint(screen, ['bold'], sign)}  ${line}`
      }),
    ),
  ]
}
