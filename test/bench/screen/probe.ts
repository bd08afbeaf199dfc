/**
 * What is measured inside the page. The functions run there and stand alone: nothing from outside them is known to them.
 */

/** What the page noted between two calls of `takeNotes`. Times in ms. */
export interface PageNotes {
  /** From one frame to the next. */
  readonly frames: readonly number[]
  /** Tasks of over 50 ms. */
  readonly longTasks: readonly number[]
  /** From the message's arrival in the page to the frame that shows it, or something newer. */
  readonly fromEvent: readonly number[]
  /** From the moment at which the request was written to its socket. */
  readonly fromRequest: readonly number[]
  /** Arrivals that were told of and not yet shown when the notes were taken. */
  readonly unseen: number
}

/**
 * Notes every frame and, for each postback that the sender marked, when its event came and when the list's first row
 * had been painted with it or with one that came later. Painted is when a message sent within the frame is delivered,
 * which is after the frame's style, layout and paint. `watchEvents` is for a page that speaks over a WebSocket of its own:
 * without it, only rows that are seen count.
 */
export function installProbe(watchEvents: boolean): void {
  const told: { readonly token: string; readonly at: number }[] = []
  const places = new Map<string, number>()
  let shown = 0
  let notes = {
    frames: [] as number[],
    longTasks: [] as number[],
    fromEvent: [] as number[],
    fromRequest: [] as number[],
  }

  const now = (): number => performance.timeOrigin + performance.now()
  const sentAt = (token: string): number => Number(token.slice(3, token.indexOf('-', 3))) / 10

  if (watchEvents) {
    const Original = window.WebSocket
    window.WebSocket = class extends Original {
      constructor(url: string | URL) {
        super(url)
        this.addEventListener('message', ({ data }) => {
          if (typeof data !== 'string' || !data.startsWith('{"type":"events"')) return
          const at = now()
          for (const [, token = ''] of data.matchAll(/"userId":"(at-\d+-\d+-end)"/g)) {
            if (places.has(token)) continue
            places.set(token, told.length)
            told.push({ token, at })
          }
        })
      }
    }
  }

  const painted = new MessageChannel()
  painted.port1.addEventListener('message', () => {
    const first = document.querySelector('[role="row"][data-id]')?.textContent
    const token = /at-\d+-\d+-end/.exec(first ?? '')?.[0]
    if (token === undefined) return
    const at = now()
    if (!watchEvents) {
      if (places.has(token)) return
      places.clear()
      places.set(token, 0)
      notes.fromRequest.push(at - sentAt(token))
      return
    }
    const place = places.get(token)
    if (place === undefined) return
    for (; shown <= place; shown += 1) {
      const one = told[shown]
      if (one === undefined) continue
      notes.fromEvent.push(at - one.at)
      notes.fromRequest.push(at - sentAt(one.token))
    }
  })
  painted.port1.start()

  let last = 0
  const frame = (at: number): void => {
    if (last !== 0) notes.frames.push(at - last)
    last = at
    painted.port2.postMessage(null)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longTasks.push(duration)
  }).observe({ entryTypes: ['longtask'] })

  Object.assign(window, {
    takeNotes: (): PageNotes => {
      const taken = { ...notes, unseen: told.length - shown }
      notes = { frames: [], longTasks: [], fromEvent: [], fromRequest: [] }
      // What was seen is not needed again: the probe's own memory must not count as the page's.
      for (const { token } of told.splice(0)) places.delete(token)
      shown = 0
      return taken
    },
  })
}

/**
 * The least that shows the same: events parsed as JSON, and as many rows of as many cells, written once a frame as plain
 * text by hand. It stands in for the screen at the screen's own address.
 */
export const FLOOR_PAGE = `<!doctype html><meta charset="utf-8"><title>floor</title>
<style>
  body { margin: 0; font: 13px system-ui; }
  [role=row] { display: grid; grid-template-columns: 124px 132px 200px 110px 190px 120px 72px 76px 88px; height: 22px; line-height: 22px; contain: strict; border-bottom: 1px solid #ddd; white-space: nowrap; }
  span { overflow: hidden; }
</style>
<nav>floor</nav><div id="rows"></div>
<script>
  const place = document.getElementById('rows')
  const rows = Array.from({ length: 27 }, () => {
    const row = document.createElement('div')
    row.setAttribute('role', 'row')
    row.dataset.id = ''
    const cells = Array.from({ length: 9 }, () => row.appendChild(document.createElement('span')).appendChild(document.createTextNode('')))
    place.append(row)
    return cells
  })
  let newest = []
  let wanted = false
  const draw = () => {
    wanted = false
    rows.forEach((cells, index) => {
      const one = newest[newest.length - 1 - index]
      if (one === undefined) return
      const texts = [one.verdict, one.receivedAt, one.userId, one.rewardAmount, one.findings[0]?.code ?? '', one.endpointId, one.reply.status, one.bodyLength, one.id]
      texts.forEach((text, cell) => { cells[cell].data = String(text) })
    })
  }
  const url = new URL('ws', location.href)
  url.protocol = 'ws:'
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'subscribe', epoch: null, after: 0 })))
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    if (message.type !== 'events') return
    for (const { event, payload } of message.events) if (event === 'postback.received') newest.push(...payload.postbacks)
    if (newest.length > 100) newest = newest.slice(-27)
    if (!wanted) { wanted = true; requestAnimationFrame(draw) }
  })
</script>`
