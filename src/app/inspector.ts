import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { createEventLog, type EventLog } from '../contract/event-log.ts'
import type { Overview } from '../contract/procedures.ts'
import { createRouter, type Handlers, type Router } from '../contract/router.ts'
import type { Endpoint } from '../core/endpoint.ts'
import { ReceiverError } from '../core/ports.ts'
import type { Settings } from '../core/settings.ts'
import type { Notice, ReceiverStatus, TunnelStatus } from '../core/status.ts'
import { createHttpSender } from '../services/forwarder/http-sender.ts'
import { createSqlitePostbackStore } from '../services/store/sqlite-postback-store.ts'
import { createProbeDesk } from '../services/tunnel/probe-desk.ts'
import { speak } from '../words/learn.ts'
import { getSpoken, spokenFor } from '../words/locale.ts'
import { errorsWords } from '../words/of/errors.ts'
import { toCallError } from './call-errors.ts'
import type { InspectorConfig } from './config.ts'
import { createConformanceControl } from './conformance.ts'
import { createEffectiveSettings } from './effective-settings.ts'
import { openEndpointDirectory } from './endpoint-directory.ts'
import { createExpectationDesk } from './expectation-desk.ts'
import { followCaptures } from './follow-captures.ts'
import { createForwarding } from './forwarding.ts'
import { conformanceHandlers } from './handlers/conformance-handlers.ts'
import { desktopHandlers } from './handlers/desktop-handlers.ts'
import { endpointHandlers } from './handlers/endpoint-handlers.ts'
import { expectationHandlers } from './handlers/expectation-handlers.ts'
import { folderHandlers } from './handlers/folder-handlers.ts'
import { forwardHandlers } from './handlers/forward-handlers.ts'
import { markHandlers } from './handlers/mark-handlers.ts'
import { postbackHandlers } from './handlers/postback-handlers.ts'
import { removalHandlers } from './handlers/removal-handlers.ts'
import { replyHandlers } from './handlers/reply-handlers.ts'
import { secretHandlers } from './handlers/secret-handlers.ts'
import { sendingHandlers } from './handlers/sending-handlers.ts'
import { settingsHandlers } from './handlers/settings-handlers.ts'
import { transferHandlers } from './handlers/transfer-handlers.ts'
import { tunnelHandlers } from './handlers/tunnel-handlers.ts'
import { userHandlers } from './handlers/user-handlers.ts'
import { type Journal, openJournal } from './journal.ts'
import { watchNetwork } from './network-watch.ts'
import { createOutageLog } from './outage-log.ts'
import { createOutgoingDesk } from './outgoing-desk.ts'
import { createPathWatch } from './path-watch.ts'
import { READER_URL } from './reader-url.ts'
import { createReceiverControl } from './receiver-control.ts'
import { createReception } from './reception.ts'
import { refusingNow } from './refusing-now.ts'
import { createRemovalGrace } from './removal-grace.ts'
import { createReplyScripts } from './reply-script.ts'
import { createRetention } from './retention.ts'
import { createSendRuns } from './send-runs.ts'
import { watchSleep } from './sleep-watch.ts'
import { storeNews } from './store-news.ts'
import { createStrayGuard } from './stray-guard.ts'
import { createTransfers, type Transfers } from './transfers.ts'
import { createTunnelControl } from './tunnel-control.ts'
import { createTunnelOutages } from './tunnel-outages.ts'
import { createTunnelToken } from './tunnel-token.ts'
import { createUrlWatch } from './url-watch.ts'

const LAST_TUNNEL_NAME = 'tunnel-name'
/** Less is the difference between two clocks, not a sleep. */
const SHORTEST_SLEEP_MS = 5_000

/** A running inspector, as both faces hold it. */
export interface Inspector {
  readonly router: Router
  readonly log: EventLog
  readonly receiver: ReceiverStatus
  readonly tunnel: TunnelStatus
  /** Files out of the history and into it. */
  readonly transfers: Transfers
  /** The log file, for what a face has to say. */
  readonly journal: Journal
  /** What must be told about the start: a history set aside, a migration, a backup. */
  readonly notices: readonly Notice[]
  endpoint(id: string | null): Endpoint | null
  /** The machine was asleep for this span, in ms since the epoch. */
  wasAsleep(from: number, to: number): void
  /** The network may have changed: looks from outside at once. */
  networkChanged(): void
  /** Finishes what is under way, then closes receiver, tunnel and store. May be called more than once. */
  close(): Promise<void>
}

/**
 * The composition root: puts store, receiver and tunnel together behind the contract.
 * Rejects with a `StoreError`, or with a `ReceiverError` where the receiver is required; nothing is left open then.
 */
export async function createInspector(given: InspectorConfig): Promise<Inspector> {
  const { journal, ...logFile } = openJournal(given.dataFolder)
  const config: InspectorConfig = {
    ...given,
    onBug(error) {
      journal.bug(error)
      given.onBug(error)
    },
  }
  const userAgent = `adjump-inspector/${config.version}`
  const log = createEventLog(randomUUID())
  const store = await createSqlitePostbackStore({
    folder: config.dataFolder,
    appVersion: config.version,
    readerUrl: READER_URL,
  })
  // Closed in the opposite order of opening, also where the start fails half-way.
  const closers: (() => Promise<void> | void)[] = [() => logFile.close(), () => store.close()]
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close()
  }

  try {
    const sender = createHttpSender()
    closers.push(() => sender.close())
    const outages = createOutageLog(store, (outage) => log.emit('outage.changed', { outage }), config.onBug)
    closers.push(() => outages.settled())
    const settings = createEffectiveSettings(await store.settings(), config.overrides ?? {})
    logFile.wantValues(settings.current.log.rawValues)
    const speakAs = async ({ screen }: Settings): Promise<void> => {
      // Without its words everything is said as it was before.
      if (config.languages) await speak(spokenFor(screen.language, config.languages)).catch(config.onBug)
    }
    await speakAs(settings.current)
    closers.push(logFile.begin(config, store.notices(), log))
    const urlWatch = await createUrlWatch(store, (change) => log.emit('url.changed', { change }))
    const probeDesk = createProbeDesk()
    const scripts = createReplyScripts((positions) => log.emit('script.moved', { positions }))
    const pathWatch = await createPathWatch(store, (changes) => log.emit('path.changed', { changes }))
    const forwarding = createForwarding({
      store,
      sender,
      endpoint: (id) => endpoints.byId(id),
      whereabouts: () => ({ port: receiver.status.port, publicUrl: tunnel.status.url }),
      hopToken: randomUUID(),
      onChanged: (postbackId) => log.emit('forward.changed', { postbackId }),
      onBug: config.onBug,
    })
    closers.push(() => forwarding.close())
    const reception = createReception(
      store,
      (target) => probeDesk.answer(target),
      (postbacks) => log.emit('postback.received', { postbacks }),
      (endpoint) => scripts.next(endpoint),
      forwarding,
    )
    const endpoints = await openEndpointDirectory(
      store,
      (all) => {
        reception.setEndpoints(all)
        scripts.setEndpoints(all)
        log.emit('endpoint.changed', { endpoints: all })
      },
      (before, after) => {
        pathWatch.changed(before, after).catch(config.onBug)
      },
    )
    const first = endpoints.all[0]
    if (first && config.endpoint && Object.keys(config.endpoint).length > 0) {
      await endpoints.save(first.id, { ...first, ...config.endpoint })
    }

    closers.push(store.on(storeNews({ log, outages, forwarding })))

    const expectations = createExpectationDesk({
      store,
      hasEndpoint: (id) => endpoints.byId(id) !== null,
      async outages(from, to) {
        await outages.settled()
        return [...(await store.outages(from, to)), ...refusingNow(store.status())]
      },
      onChange: (change) => log.emit('expectation.changed', change),
      onBug: config.onBug,
    })
    closers.push(
      () => expectations.close(),
      followCaptures(log, (postbacks) => expectations.received(postbacks)),
    )

    const token = createTunnelToken(config.ngrok ?? { keeper: null, fromEnvironment: null })
    const tunnelOutages = createTunnelOutages(outages, () => urlWatch.hasSeen)
    closers.push(() => tunnelOutages.close())
    const tunnel = createTunnelControl({
      probeDesk,
      userAgent,
      lastName: await store.memo(LAST_TUNNEL_NAME),
      ngrok: {
        token: () => token.read(),
        version: config.version,
        ...(config.ngrok?.load === undefined ? {} : { load: config.ngrok.load }),
      },
      onName: (name) => {
        store.saveMemo(LAST_TUNNEL_NAME, name).catch(config.onBug)
      },
      onStatus(status) {
        log.emit('tunnel.changed', status)
        // Before the URL counts as seen: whether there was one before is asked when an opening begins.
        tunnelOutages.follow(status, tunnel.downSince)
        if (status.url !== null) urlWatch.seen(status.url).catch(config.onBug)
      },
    })
    closers.push(() => tunnel.close())

    const guard = createStrayGuard({
      desk: reception,
      isExpected: (request) => reception.isExpected(request),
      limits: () => settings.current.receiver.limits,
      async freeBytes() {
        const { bavail, bsize } = await statfs(config.dataFolder)
        return bavail * bsize
      },
      onCounting: (why) => receiver.setCounting(why),
    })
    closers.push(() => guard.close())
    const receiver = createReceiverControl(guard, (status) => {
      log.emit('receiver.changed', status)
      if (status.state === 'listening') outages.end('receiver-down')
      else outages.begin('receiver-down', status.why)
      tunnel.follow(settings.current.tunnel, status.port)
    })
    closers.push(() => receiver.close())
    try {
      await receiver.listen(settings.current.receiver)
    } catch (error) {
      if (config.receiverRequired || !(error instanceof ReceiverError)) throw error
    }

    const outgoing = createOutgoingDesk({ sender, receiver, tunnel })
    closers.push(() => outgoing.close())
    const conformance = createConformanceControl({
      desk: outgoing,
      records: store.conformance,
      version: config.version,
      onBug: config.onBug,
      emit: (event, payload) => log.emit(event, payload),
    })
    closers.push(() => conformance.close())
    const runs = createSendRuns(outgoing, (run) => log.emit('send.progressed', { run }), config.onBug)
    closers.push(
      followCaptures(log, (postbacks) => runs.captured(postbacks)),
      () => runs.close(),
    )

    const transfers = createTransfers({
      store,
      version: config.version,
      dialogs: config.dialogs ?? null,
      onBug: config.onBug,
      tell: (job) => log.emit(job.direction === 'export' ? 'export.progressed' : 'import.progressed', { job }),
      onImported: () => endpoints.reload(),
    })
    closers.push(() => transfers.close())

    const retention = createRetention({
      store,
      rule: () => settings.current.history,
      now: Date.now,
      onBug: config.onBug,
    })
    closers.push(() => retention.close())
    const grace = createRemovalGrace({
      removals: store.removals,
      now: Date.now,
      onProgress: (clearing) => log.emit('clearing.progressed', clearing),
      onBug: config.onBug,
    })
    closers.push(() => grace.close())

    let awakeSince = 0
    const wasAsleep = (from: number, to: number): void => {
      // Power events and the clock tell of the same sleep; the second adds at most what the first left out.
      const start = Math.max(from, awakeSince)
      if (to - start > SHORTEST_SLEEP_MS) outages.add('asleep', start, to, errorsWords().asleep)
      awakeSince = Math.max(to, awakeSince)
      tunnel.probeNow().catch(config.onBug)
    }
    closers.push(watchSleep(wasAsleep))
    closers.push(
      watchNetwork(() => {
        tunnel.probeNow().catch(config.onBug)
      }),
    )

    const overview = (): Overview => ({
      info: {
        version: config.version,
        face: config.face,
        dataFolder: config.dataFolder,
        logFolder: logFile.folder,
        platform: `${process.platform} ${process.arch}`,
        runtime: process.versions['electron']
          ? `Electron ${process.versions['electron']}`
          : `Node ${process.versions.node}`,
      },
      receiver: receiver.status,
      tunnel: tunnel.status,
      store: store.status(),
      endpoints: endpoints.all,
      settings: settings.current,
      urlChange: urlWatch.change,
      reread: store.rereadProgress(),
      clearing: grace.progress(),
      notices: store.notices(),
    })

    const sayStatesAgain = (): void => {
      log.emit('receiver.changed', receiver.status)
      log.emit('store.changed', store.status())
      tunnel.sayAgain()
    }

    const handlers: Handlers = {
      'app.overview': overview,
      ...folderHandlers({ data: config.dataFolder, logs: logFile.folder }, config.openFolder ?? null),
      ...desktopHandlers(config.desktop ?? null),
      ...postbackHandlers(store, () => endpoints.all),
      ...removalHandlers({ store, grace, retention, endpoints: () => endpoints.all }),
      ...markHandlers(store, (marks) => log.emit('mark.changed', { marks })),
      ...userHandlers(store),
      ...endpointHandlers(endpoints, (config) => forwarding.refuseLoop(config)),
      ...forwardHandlers(store.forwards, forwarding),
      ...replyHandlers({ scripts, deliveries: store.deliveries, endpoints, pathWatch }),
      ...settingsHandlers({
        store,
        settings,
        receiver,
        async onChange(next) {
          logFile.wantValues(next.log.rawValues)
          // Before anyone hears of it: what is built anew then is built of the new words.
          const { language } = getSpoken()
          await speakAs(next)
          log.emit('settings.changed', { settings: next })
          if (getSpoken().language !== language) sayStatesAgain()
          retention.changed()
          tunnel.follow(next.tunnel, receiver.status.port)
        },
      }),
      ...sendingHandlers({ store, runs, receiver, tunnel }),
      ...expectationHandlers(expectations),
      ...conformanceHandlers(conformance),
      ...transferHandlers(transfers),
      ...secretHandlers({
        token,
        onChange(status) {
          log.emit('tunnelToken.changed', { token: status })
          tunnel.tokenChanged()
        },
      }),
      ...tunnelHandlers({ tunnel, receiver, endpoints, urlWatch, userAgent }),
    }

    return {
      router: createRouter(handlers, { expected: toCallError, onBug: config.onBug }),
      log,
      get receiver() {
        return receiver.status
      },
      get tunnel() {
        return tunnel.status
      },
      transfers,
      journal,
      get notices() {
        return store.notices()
      },
      endpoint: (id) => endpoints.byId(id),
      wasAsleep,
      networkChanged() {
        tunnel.probeNow().catch(config.onBug)
      },
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
