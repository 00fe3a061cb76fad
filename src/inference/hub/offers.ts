import { fieldOf, isProviderName, type Offer } from '@/core/hub'
import { isNumber, isString } from '@/core/json'

/**
 * What providers offer a chat model for, as the router's list of models tells: the model itself, or wrapped in `data`.
 * What has no known shape is left out.
 */
export function readOffers(value: unknown): ReadonlyMap<string, Offer> {
  const model = fieldOf(value, 'data') ?? value
  const entries = fieldOf(model, 'providers')
  const offers = new Map<string, Offer>()
  for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
    const provider = fieldOf(entry, 'provider')
    if (isString(provider) && isProviderName(provider)) offers.set(provider, readOffer(entry))
  }
  return offers
}

function readOffer(entry: unknown): Offer {
  const pricing = fieldOf(entry, 'pricing')
  return {
    contextLength: amount(fieldOf(entry, 'context_length')),
    inputPrice: amount(fieldOf(pricing, 'input')),
    outputPrice: amount(fieldOf(pricing, 'output')),
    tools: yesOrNo(fieldOf(entry, 'supports_tools')),
    structured: yesOrNo(fieldOf(entry, 'supports_structured_output')),
    firstTokenMs: amount(fieldOf(entry, 'first_token_latency_ms')),
    tokensPerSecond: amount(fieldOf(entry, 'throughput')),
  }
}

const amount = (value: unknown) =>
  isNumber(value) && value >= 0 && value < 1e12 ? value : undefined
const yesOrNo = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
