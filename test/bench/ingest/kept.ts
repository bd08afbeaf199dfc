import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Line } from '../line.ts'
import { runBuilt } from '../serve.ts'
import { targetOf } from './load.ts'
import { ingestRig } from './rig.ts'

/** Looks for everything that was answered 200 in the lines above it. */
export const KEPT_LINE: Line = {
  subject: 'ingest',
  name: 'every one of them kept',
  target: 'all that were answered, once each, byte for byte',
  async measure(context) {
    const rig = await ingestRig(context)
    await rig.stopProduct()
    const file = join(await context.folder(), 'all.ndjson')
    await runBuilt(context, ['export', `--data=${rig.dataFolder}`, '--format=ndjson', `--out=${file}`])
    const stored = new Map<string, number>()
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const { target } = JSON.parse(line) as { target: string }
      stored.set(target, (stored.get(target) ?? 0) + 1)
    }
    let answered = 0
    let missing = 0
    for (const [name, count] of rig.answered) {
      answered += count
      for (let n = 0; n < count; n += 1) if (!stored.has(targetOf(name, n))) missing += 1
    }
    const twice = [...stored.values()].filter((count) => count > 1).length
    return {
      figures: [{ what: '', value: missing + twice, unit: 'lost', atMost: 0 }],
      detail: `${answered.toLocaleString('en-US')} answered; the attached screen got ${rig.messages().toLocaleString('en-US')} messages`,
    }
  },
}
