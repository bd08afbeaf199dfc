/** Runs what it is given with one of the next frames, before it is drawn. */
export type Frames = (draw: () => void) => void

/** What a browser has for it; tests bring their own. */
export interface FrameSource {
  now(): number
  request(callback: () => void): void
  /** Calls back once the frame under way has been drawn. */
  drawn(callback: () => void): void
}

/** A frame that takes longer misses the display's next one, at 60 Hz. */
const FRAME_MS = 16

/** A window that was hidden or a machine that slept must not make the list wait. */
const LONGEST_REST_MS = 25

/**
 * Draws with the next frame; where a drawing took longer than a frame has, only after a pause half as long, so that
 * scrolling and typing have their turn on a slow machine too. What comes meanwhile is drawn together.
 */
export function createFrames(source: FrameSource = windowFrames()): Frames {
  let restUntil = Number.NEGATIVE_INFINITY
  const run = (draw: () => void): void => {
    const from = source.now()
    if (from < restUntil) {
      source.request(() => run(draw))
      return
    }
    source.drawn(() => {
      const to = source.now()
      const took = to - from
      restUntil = took > FRAME_MS ? to + Math.min(took / 2, LONGEST_REST_MS) : Number.NEGATIVE_INFINITY
    })
    draw()
  }
  return (draw) => source.request(() => run(draw))
}

function windowFrames(): FrameSource {
  const waiting: (() => void)[] = []
  const channel = new MessageChannel()
  // What is sent within a frame arrives once its style, layout and paint are done.
  channel.port1.addEventListener('message', () => {
    for (const callback of waiting.splice(0)) callback()
  })
  channel.port1.start()
  return {
    now: () => performance.now(),
    request: (callback) => {
      requestAnimationFrame(callback)
    },
    drawn(callback) {
      waiting.push(callback)
      channel.port2.postMessage(null)
    },
  }
}
