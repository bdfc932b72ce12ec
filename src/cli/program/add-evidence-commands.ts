import { type Command, Option } from 'commander'

import type { ExitCode } from '../exit-codes.ts'
import { type WorkspaceOption, withWorkspace } from './workspace-option.ts'

export interface VerifyOptions extends WorkspaceOption {
  readonly json?: boolean
  readonly jsonl?: boolean
}

export interface VerifyBundleOptions extends VerifyOptions {
  readonly key?: string
}

export interface TimestampOptions extends WorkspaceOption {
  readonly roots?: string
  readonly allowPrivate?: boolean
}

export interface ProveOptions extends WorkspaceOption {
  readonly withRedacted?: boolean
  readonly output?: string
}

const VERIFY_EXAMPLES = `
Examples:
  cairn verify                                  the whole workspace, byte by byte
  cairn verify proof.wacz                       a proof somebody sent, without any workspace

Exit codes: 0 all is as it was, 2 no workspace there, 6 something is wrong; each fault is named.`

const PROVE_EXAMPLES = `
Examples:
  cairn prove c-9fda21b0 -o proof.wacz          a claim, by the first characters of its id
  cairn prove cap-51f2                          a capture

The file holds the capture, its text, the exact words, the log's proof and its signature, and a README that says how to
check it without Cairn.`

/** `cairn verify`, `cairn prove` and `cairn timestamp`: what the evidence is worth. */
export function addEvidenceCommands(program: Command, done: (code: ExitCode) => void): void {
  withWorkspace(program.command('verify'))
    .description('Hash everything again and compare it with what was logged and signed; or check a proof.')
    .argument('[bundle]', 'a proof written by prove; without it the workspace is verified')
    .addOption(new Option('--json', 'print the answer as one JSON object').conflicts('jsonl'))
    .addOption(new Option('--jsonl', 'print one JSON object for each capture and each fault').conflicts('json'))
    .option('--key <name>', 'with a bundle: the name of the key that must have signed it, as its owner published it')
    .addHelpText('after', VERIFY_EXAMPLES)
    .action(async (bundle: string | undefined, options: VerifyBundleOptions) => {
      const { runVerify, runVerifyBundle } = await import('../commands/verify.ts')
      done(bundle === undefined ? await runVerify(options) : await runVerifyBundle(bundle, options))
    })

  withWorkspace(program.command('prove'))
    .description('Write a small file that proves one claim or capture to somebody without the workspace.')
    .argument('<id>', 'the claim or the capture, by the first characters of its id')
    .option('-o, --output <file>', 'where to write it; else the id with .wacz')
    .option('--with-redacted', 'also when words in it were redacted: the proof holds them')
    .addHelpText('after', PROVE_EXAMPLES)
    .action(async (id: string, options: ProveOptions) => {
      const { runProve } = await import('../commands/prove.ts')
      done(await runProve(id, options))
    })

  withWorkspace(program.command('timestamp'))
    .description('Have a time stamping authority (RFC 3161) sign the state of the custody log.')
    .argument('<authority>', 'URL of the authority')
    .option('--roots <file>', 'root certificates of the authority (PEM)')
    .option('--allow-private', 'also ask an authority on this machine or its network')
    .action(async (authority: string, options: TimestampOptions, command: Command) => {
      if (!URL.canParse(authority))
        command.error(`error: ${authority} is not a URL. Write it in full, such as https://tsa.example/.`)
      const { runTimestamp } = await import('../commands/timestamp.ts')
      done(await runTimestamp(authority, options))
    })
}
