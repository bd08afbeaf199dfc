import type { ConformanceOptions } from '../../../core/conformance/options.ts'
import type { ConformanceRun } from '../../../core/conformance/run.ts'
import { type Endpoint, TRANSACTION_ID_FIELD } from '../../../core/endpoint.ts'
import { SCENARIOS } from '../../../core/scenarios/table.ts'
import { readTargetUrl } from '../../../core/target-url.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** What is typed; kept while another view is looked at. */
export interface ConformanceForm {
  readonly url: string
  readonly endpointId: string
  readonly balanceUrl: string
  readonly balanceField: string
  readonly knownUser: string
  readonly scenarioIds: readonly string[]
  readonly touched: boolean
}

export const ALL_IDS: readonly string[] = SCENARIOS.map(({ id }) => id)

export const conformanceForm = createExternalStore<ConformanceForm>({
  url: '',
  endpointId: '',
  balanceUrl: '',
  balanceField: '',
  knownUser: '',
  scenarioIds: ALL_IDS,
  touched: false,
})

/** Fills an untouched form with what the latest run was started with. */
export function prefill(run: ConformanceRun): void {
  conformanceForm.update((form) =>
    form.touched
      ? form
      : {
          ...form,
          url: run.url,
          balanceUrl: run.balanceUrl ?? '',
          balanceField: run.balanceField ?? '',
          knownUser: run.knownUser ?? '',
        },
  )
}

/** What the host is asked for. */
export function optionsOf(
  form: ConformanceForm,
  endpoint: Endpoint | undefined,
  confirmed: boolean,
): ConformanceOptions {
  const all = form.scenarioIds.length === ALL_IDS.length
  return {
    url: form.url.trim(),
    names: {
      userIdParam: endpoint?.userIdParam ?? 'user_id',
      rewardAmountParam: endpoint?.rewardAmountParam ?? 'reward_amount',
      transactionIdParam: endpoint?.extraFields.find(({ field }) => field === TRANSACTION_ID_FIELD)?.param ?? null,
      constants: [],
    },
    scenarioIds: all ? [] : [...form.scenarioIds],
    balanceUrl: form.balanceUrl.trim() || null,
    balanceField: form.balanceField.trim() || null,
    knownUser: form.knownUser || null,
    timeoutMs: 10_000,
    confirmed,
  }
}

/** Hosts among the two URLs that are neither this computer nor its network. */
export function strangersOf(form: ConformanceForm): readonly string[] {
  const hosts = [form.url, form.balanceUrl].flatMap((text) => {
    const read = readTargetUrl(text)
    return read.ok && !read.url.local ? [read.url.host] : []
  })
  return [...new Set(hosts)]
}
