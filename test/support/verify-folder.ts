import { openEvidence } from '../../src/workspace/open-evidence.ts'
import { type VerifyFault, verifyWorkspace } from '../../src/workspace/verify.ts'

/** Verifies the workspace in a folder. @returns every fault, in the order told */
export async function verifyFolder(folder: string): Promise<readonly VerifyFault[]> {
  const faults: VerifyFault[] = []
  const evidence = await openEvidence(folder)
  faults.push(...evidence.unopened)
  try {
    await verifyWorkspace(evidence, {
      fault: (fault) => faults.push(fault),
      capture: ({ fault }) => {
        if (fault !== null) faults.push(fault)
      },
    })
  } finally {
    await evidence.close()
  }
  return faults
}
