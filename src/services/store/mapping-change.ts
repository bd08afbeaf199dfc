import type { Endpoint, Mapping } from '../../core/endpoint.ts'

/** True where requests are read otherwise after the change than before it; its name or reply alone do not matter. */
export function changesReadings(before: Endpoint | null, after: Endpoint): boolean {
  return before === null || JSON.stringify(mappingOf(before)) !== JSON.stringify(mappingOf(after))
}

function mappingOf(endpoint: Endpoint): Mapping {
  const { id, path, userIdParam, rewardAmountParam, duplicateWindowMinutes } = endpoint
  const extraFields = endpoint.extraFields.map(({ field, param }) => ({ field, param }))
  return { id, path, userIdParam, rewardAmountParam, extraFields, duplicateWindowMinutes }
}
