/**
 * The part of localtunnel 2.0.2 (lib/Tunnel.js) that is used from behind its front door. @types/localtunnel only
 * describes the front door. The package is fixed to this version, and a test holds on to it.
 */
declare module 'localtunnel/lib/Tunnel.js' {
  import type { EventEmitter } from 'node:events'

  export interface TunnelInfo {
    name: string
    url: string
    max_conn: number
    remote_host: string
    remote_port: number
    local_port: number
  }

  export interface TunnelCluster extends EventEmitter {
    /** Connects once more to the tunnel server. */
    open(): void
  }

  export default class Tunnel extends EventEmitter {
    constructor(options: { host: string; port: number })
    tunnelCluster: TunnelCluster
    /** Connects `max_conn` times to the server and hands what comes to `localhost:local_port`. */
    _establish(info: TunnelInfo): void
    close(): void
  }
}
