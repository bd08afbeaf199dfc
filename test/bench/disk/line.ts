import { largeHistory } from '../history/stored.ts'
import type { Line } from '../line.ts'

/** After a clean end: the history, its search index and all else in the folder. */
export const DISK_LINE: Line = {
  subject: 'disk',
  name: 'disk per stored postback with 12 headers, search index included',
  target: '≤ 1.0 KB (1,024 bytes)',
  async measure(context) {
    const { bytes, rows } = await largeHistory(context)
    return {
      figures: [{ what: '', value: bytes / rows, unit: 'bytes', atMost: 1024 }],
      detail: `${(bytes / 1024 / 1024).toFixed(0)} MiB; targets of about 260 bytes, two of twelve headers another each time`,
    }
  },
}
