/** Setting: name and version of the extractor whose readings the look-ups list. */
export const PRODUCER_SETTING = 'producer'

/** Setting: name of the key that signs the custody log, by which a log signed with another one is found. */
export const KEY_NAME_SETTING = 'custody-key'

/** An extractor as the ledger and the log name it: "rules 0.1.0". */
export function producerName({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name} ${version}`
}

/** Setting: the extractor by which the database was made again; readings of others went with the old database. */
export const REBUILT_SETTING = 'rebuilt-by'
