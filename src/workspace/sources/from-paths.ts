import type { InputOptions } from '../../adapters/inputs/input.ts'
import { listFiles } from '../../adapters/inputs/list-files.ts'
import { openInputs } from '../../adapters/inputs/open-inputs.ts'
import type { Sourced } from '../ingest/source-item.ts'
import type { Workspace } from '../workspace.ts'
import { fromInputs } from './from-inputs.ts'
import { fromWarc, isWarcFile } from './from-warc.ts'

/**
 * Files, directories (in full), WARC and WACZ files and "-" for standard input, in order, as items for custody.
 *
 * A WARC of any size is streamed, and gone on with where an interrupted run stood.
 */
export async function* fromPaths(
  workspace: Workspace,
  paths: readonly string[],
  options: InputOptions,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Sourced> {
  for (const path of paths) {
    if (path === '-') {
      yield* fromInputs(openInputs(['-'], options, stdin), workspace.clock)
      continue
    }
    for await (const entry of listFiles([path])) {
      if (entry.kind !== 'file')
        yield {
          kind: 'note',
          label: entry.label,
          message: entry.message,
          isFault: entry.kind === 'fault' || entry.isFault,
        }
      else if (options.format === 'warc' || (options.format === 'auto' && isWarcFile(entry.path)))
        yield* fromWarc(workspace, entry.path, options)
      else yield* fromInputs(openInputs([entry.path], options, stdin), workspace.clock)
    }
  }
}
