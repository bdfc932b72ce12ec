import { NAMES, timestampFolder } from './bundle-files.ts'

/** What the bundle has, so that the text speaks of nothing that is not there. */
export interface ReadmeParts {
  readonly keyName: string
  readonly hasOriginal: boolean
  readonly hasReading: boolean
  readonly hasClaim: boolean
  readonly hasTimestamp: boolean
}

/** Lines to be run in a shell, indented by four blanks. */
const commands = (text: string): string => text.trim().replaceAll(/^(?=.)/gmu, '    ')

const ENTRY_CHECK = (entry: string, proof: string): string =>
  commands(`
python3 - <<'END'
import base64, hashlib, json
sha = lambda b: hashlib.sha256(b).digest()
proof = json.load(open("${proof}"))
node, i, n = sha(b"\\x00" + open("${entry}", "rb").read()), proof["index"], proof["size"] - 1
for other in map(bytes.fromhex, proof["hashes"]):
    if i % 2 or i == n:
        node = sha(b"\\x01" + other + node)
        while i % 2 == 0 and i: i, n = i // 2, n // 2
    else:
        node = sha(b"\\x01" + node + other)
    i, n = i // 2, n // 2
size, root = open("${NAMES.checkpoint}", encoding="utf-8").read().split("\\n")[1:3]
assert n == 0 and int(size) == proof["size"] and node == base64.b64decode(root), "not in the log"
print("the entry is in the log")
END`)

/** Text for people: what the bundle shows, what it does not, and how to check each step with common tools. */
export function renderReadme(parts: ReadmeParts): string {
  const { keyName, hasOriginal, hasReading, hasClaim, hasTimestamp } = parts
  const payloadFile = hasOriginal ? NAMES.original : NAMES.archive
  const steps: string[] = []
  const step = (title: string, text: string): void =>
    void steps.push(`${steps.length + 1}. ${title}\n\n${text.trim()}\n`)

  step(
    'No file was changed since the bundle was made',
    `
${NAMES.package} lists the SHA-256 of every file, and ${NAMES.digest} holds a signature over the SHA-256 of that list.

${commands(`
python3 - <<'END'
import base64, hashlib, json, os
for r in json.load(open("${NAMES.package}"))["resources"]:
    assert "sha256:" + hashlib.sha256(open(r["path"], "rb").read()).hexdigest() == r["hash"], r["path"] + " was changed"
d = json.load(open("${NAMES.digest}"))
assert d["hash"] == "sha256:" + hashlib.sha256(open("${NAMES.package}", "rb").read()).hexdigest(), "the list was changed"
open(os.environ["T"] + "/hash", "w").write(d["hash"])
open(os.environ["T"] + "/sig", "wb").write(base64.b64decode(d["signedData"]["signature"]))
END
tail -n +2 ${NAMES.key} > $T/pem
openssl pkeyutl -verify -pubin -inkey $T/pem -rawin -in $T/hash -sigfile $T/sig`)}`,
  )
  step(
    'The key signed the state of the log',
    `
${NAMES.checkpoint} is a C2SP checkpoint: the name of the log, how many entries it had, the root of the Merkle tree over them,
and an Ed25519 signature over these three lines.

${commands(`
head -n 3 ${NAMES.checkpoint} > $T/body
tail -n 1 ${NAMES.checkpoint} | cut -d' ' -f3 | base64 -d | tail -c 64 > $T/sig
openssl pkeyutl -verify -pubin -inkey $T/pem -rawin -in $T/body -sigfile $T/sig`)}`,
  )
  step(
    'The entry of the capture is in that log (RFC 9162)',
    `
${NAMES.captureEntry} is the line of the log: which bytes were received, from where, when.

${ENTRY_CHECK(NAMES.captureEntry, NAMES.captureProof)}`,
  )
  step(
    'The archived bytes are the ones that the entry names',
    `
${commands(`
sha256sum ${NAMES.archive}
grep -q "\\"sha256\\":\\"$(sha256sum < ${NAMES.archive} | cut -d' ' -f1)\\"" ${NAMES.captureEntry}`)}

The page or file as it was received lies in ${payloadFile} (a WARC file; "zcat" shows it)${
      hasOriginal ? `; ${NAMES.archive} refers to it, because the same bytes had been received before` : ''
    }:

${commands(`
python3 - <<'END'
import gzip, hashlib, json
record = gzip.open("${payloadFile}").read()
head, rest = record.split(b"\\r\\n\\r\\n", 1)
fields = dict(l.split(b": ", 1) for l in head.split(b"\\r\\n")[1:])
payload = rest[:int(fields[b"Content-Length"])]
if fields[b"WARC-Type"] == b"response": payload = payload.split(b"\\r\\n\\r\\n", 1)[1]
assert hashlib.sha256(payload).hexdigest() == json.load(open("${NAMES.captureEntry}"))["payloadSha256"], "other bytes"
print(len(payload), "bytes as they were received")
END`)}`,
  )
  if (hasReading) {
    step(
      'The reading was logged too, and its text and quotes fit',
      `
${NAMES.reading} is what the software read in the capture, ${NAMES.document} the text, ${
        hasClaim ? `${NAMES.claim} the claim` : 'the claims stand in the reading'
      }. Spans count UTF-16 units.

${ENTRY_CHECK(NAMES.readingEntry, NAMES.readingProof)}

${commands(`
python3 - <<'END'
import hashlib, json
entry = json.load(open("${NAMES.readingEntry}"))
data = open("${NAMES.reading}", "rb").read()
assert hashlib.sha256(data).hexdigest() == entry["sha256"], "another reading"
assert entry["captureId"] == json.load(open("${NAMES.captureEntry}"))["captureId"], "of another capture"
text = open("${NAMES.document}", "rb").read()
assert "sha256:" + hashlib.sha256(text).hexdigest() == entry["documentId"], "another text"
units = text.decode("utf-8").encode("utf-16-le")
claims = json.loads(data)["claims"]
${hasClaim ? `assert json.load(open("${NAMES.claim}")) in claims, "not a claim of the reading"\n` : ''}for c in claims:
    e = c["evidence"]
    assert units[2 * e["start"]:2 * e["end"]].decode("utf-16-le") == e["exact"], c["id"]
print(len(claims), "claims quote the text")
END`)}`,
    )
  }
  if (hasTimestamp) {
    step(
      'Somebody else saw the checkpoint at the time stated (RFC 3161)',
      `
Replace roots.pem by the authority's root certificate from a source of your own. When certificates have expired since, add
-attime and the time stated, in seconds since 1970.

${commands(`
openssl ts -verify -in ${timestampFolder(1)}/response.tsr -data ${NAMES.checkpoint} \\
  -CAfile ${timestampFolder(1)}/roots.pem -untrusted ${timestampFolder(1)}/chain.pem -partial_chain
openssl ts -reply -in ${timestampFolder(1)}/response.tsr -text`)}`,
    )
  }
  return `PROOF OF CUSTODY

This bundle shows that certain bytes were in the custody log of somebody who collects reports, and what was read in them.
It is also a web archive (WACZ): tools that show web archives open it.

Signed by the key ${keyName}

WHAT IT SHOWS
- These bytes were in the log when its checkpoint was signed, and have not changed since.
- Whoever holds the key above signed that. Compare its name with the one that its owner has published: a bundle that
  somebody else made up is signed as well, by another key.
${
  hasTimestamp
    ? '- A time stamping authority saw the checkpoint at the time stated: the log had that state by then.\n'
    : ''
}
WHAT IT DOES NOT SHOW
- Not that the report is true. It shows what was received and what it says, nothing more.
- Not that the address really sent these bytes: the collector says so, and could have put them there before signing.
${
  hasTimestamp
    ? '- Not that the bytes are as old as they say: only that they are no younger than the timestamp.\n'
    : `- Not when. No third party has seen the checkpoint: whoever holds the key can make a new log with any times in it.
  A log that is kept by its owner alone proves nothing until its checkpoint was published or timestamped.\n`
}
HOW TO CHECK IT
"cairn verify" does all of this. By hand, in the unpacked folder, with sha256sum, openssl (3.0 or later) and python3;
each command fails when something is wrong. T is a folder for what is needed on the way.

    export T=$(mktemp -d)

${steps.join('\n')}`
}
