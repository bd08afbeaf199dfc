/** What the conformance check sends to a backend, and what it may expect of it. Data and rules alone; nothing is sent here. */

import type { ScenariosWords } from '../../words/en/scenarios.ts'
import { scenariosWords } from '../../words/of/scenarios.ts'

/** The families of scenarios, in the order in which they are shown. */
export const SCENARIO_GROUPS = ['delivery', 'missing', 'identity', 'amount', 'hostile', 'query', 'http'] as const
export type ScenarioGroup = (typeof SCENARIO_GROUPS)[number]

export type ScenarioId = keyof ScenariosWords['each']

/** How a delivery is to be answered: `accept` 2xx, `refuse` 4xx, `repeat` like the first one, `either` of the first two. */
export type Expects = 'accept' | 'refuse' | 'repeat' | 'either'

/** One request of a scenario, or the same one `atOnce` times together. */
export interface Delivery {
  readonly label: string
  readonly method: 'GET' | 'POST' | 'HEAD'
  /** As it stands in the request line: ASCII, already encoded. */
  readonly target: string
  readonly atOnce: number
  /** A slow client: the pause in ms between connecting and sending; 0 for none. */
  readonly dripMs: number
  readonly expects: Expects
  /** What a backend reads that decodes the query once; null where it is not sent. For the echo checks. */
  readonly userId: string | null
  readonly amount: string | null
}

/** Whose balance is watched. `credits`: by how much it may have grown, in all, where the deliveries were accepted. */
export interface Account {
  readonly userId: string
  readonly credits: readonly string[]
  /** Amounts that are no clear mistake but worth a look, each with its sentence. */
  readonly doubtful?: Readonly<Record<string, string>>
}

/** An id that a mistake of decoding makes of the true one: its balance must stay as it is. */
export interface Alias {
  readonly userId: string
  /** The mistake, as the end of “the id was …”. */
  readonly how: string
}

/** What only the user can see, where no balance tells it. */
export type AskKind = 'credited-once' | 'credited-exactly' | 'credited-to' | 'not-credited'

export interface ScenarioPlan {
  readonly deliveries: readonly Delivery[]
  readonly accounts: readonly Account[]
  readonly aliases: readonly Alias[]
  readonly ask: AskKind | null
  /** Markup that must not come back as markup. */
  readonly markup: string | null
  /** A header, in lower case, that a reply has only where a line break of ours got into it. */
  readonly injectedHeader: string | null
}

/** What a scenario builds its requests from. */
export interface ScenarioContext {
  /** The user id of this scenario; with a suffix another one of its own. */
  user(suffix?: string): string
  /** `accept`, or `either` where the suffix makes an id that the backend cannot know. */
  accepts(suffix: string): Expects
  /** Other for every scenario and every run. */
  readonly amount: string
  /** A target from values that are percent-encoded, as Adjump would send it. */
  target(values: DeliveryValues): string
  /** A target from a query that is written out; `user`, `amount` and `transaction` are the encoded names. */
  rawTarget(query: (names: EncodedNames) => string): string
}

/** `null` leaves the parameter out. `transaction` tells deliveries apart where the mapping has a transaction id. */
export interface DeliveryValues {
  readonly userId: string | null
  readonly amount: string | null
  readonly transaction?: string
}

export interface EncodedNames {
  readonly user: string
  readonly amount: string
  /** `&name=value` of the transaction id and of the constants, or nothing. */
  readonly rest: string
}

export interface Scenario {
  readonly id: ScenarioId
  readonly group: ScenarioGroup
  plan(context: ScenarioContext): ScenarioPlan
}

/** The title of a family. */
export function scenarioGroupTitle(group: ScenarioGroup): string {
  return scenariosWords().groups[group]
}

/** The title of a scenario, and what a correct backend does. */
export function aboutScenario({ id }: Pick<Scenario, 'id'>): { readonly title: string; readonly correct: string } {
  return scenariosWords().each[id]
}

/** A plan with what most scenarios have. */
export function aPlan(parts: Pick<ScenarioPlan, 'deliveries'> & Partial<ScenarioPlan>): ScenarioPlan {
  return { accounts: [], aliases: [], ask: null, markup: null, injectedHeader: null, ...parts }
}

/** A GET, sent once. */
export function aGet(parts: Pick<Delivery, 'target' | 'expects' | 'userId' | 'amount'> & Partial<Delivery>): Delivery {
  return { label: scenariosWords().labels.only, method: 'GET', atOnce: 1, dripMs: 0, ...parts }
}
